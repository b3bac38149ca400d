package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// What a visitor typed and what is wrong with it: fields show both again, so that nothing is typed twice.
public final class Form {
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Form() {}

    public static Form empty() {
        return new Form();
    }

    public static Form of(HttpServletRequest request) {
        Form form = new Form();
        request.getParameterMap().forEach((name, sent) -> form.values.put(name, List.of(sent)));
        return form;
    }

    /// Puts a value in before the visitor typed one.
    public Form with(String field, String value) {
        return with(field, List.of(value));
    }

    public Form with(String field, List<String> several) {
        values.put(field, List.copyOf(several));
        return this;
    }

    /// The first value without surrounding white space; empty when nothing was sent.
    public String value(String field) {
        List<String> all = values(field);
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean chosen(String field, String value) {
        return values(field).contains(value);
    }

    public void reject(String field, String zh, String en) {
        reject(field, new Words(zh, en));
    }

    public void reject(String field, Words message) {
        faults.add(new Fault(field, message));
    }

    /// Rejects a text of more than `longest` characters, and says how many it has.
    public void limit(String field, int longest) {
        int signs = value(field).length();
        if (signs > longest) {
            reject(
                    field,
                    "最多 " + longest + " 个字，现在有 " + signs + " 个",
                    "At most " + longest + " characters; now there are " + signs);
        }
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public @Nullable Fault faultOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /// Ids of the hint and the fault of a field, for `aria-describedby`; null when it has neither.
    public @Nullable String describes(String field, boolean hinted) {
        boolean faulty = faultOf(field) != null;
        if (!hinted && !faulty) {
            return null;
        }
        return (hinted ? field + "-hint" : "") + (hinted && faulty ? " " : "") + (faulty ? field + "-error" : "");
    }
}
