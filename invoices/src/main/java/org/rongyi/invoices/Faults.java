package org.rongyi.invoices;

import java.util.ArrayList;
import java.util.List;

/// The faults of one file while it is read.
public final class Faults {
    /// Who gets more reads none of them.
    static final int MOST = 200;

    private final List<Fault> found = new ArrayList<>();

    public void add(String rule, int line, Fault.Text what, Fault.Text todo) {
        if (found.size() < MOST) {
            found.add(new Fault(rule, line, what, todo));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
