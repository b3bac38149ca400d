package org.rongyi.bench;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;

/// What is measured: firms, and the rules of policies.
interface Workload {

    /// What it is, in a line.
    String name();

    Dictionary dictionary();

    LocalDate asOf();

    /// How many firms there are.
    int size();

    /// One firm; the same number gives the same firm.
    Row firm(int number);

    /// One condition a policy.
    List<Rule> rules();

    /// Elements by which firms are put in order.
    List<String> orderedBy();
}
