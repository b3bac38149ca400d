package org.rongyi.invoices.en;

import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.invoices.Fault.Text;

/// What must be there: rule, group and term as the table has them.
final class RequiredTerms {
    private static final List<Rule> RULES = Tables.lines("required.csv").stream()
            .map(line -> line.split(",", 3))
            .map(cells -> new Rule(cells[0], cells[1], List.of(cells[2].split("\\|"))))
            .toList();

    private final Checks checks;

    RequiredTerms(Checks checks) {
        this.checks = checks;
    }

    /// @param anyOf one of them is enough
    private record Rule(String id, String group, List<String> anyOf) {}

    static List<String> rules() {
        return RULES.stream().map(Rule::id).distinct().toList();
    }

    void check(Group invoice) {
        // These three must be there, so what they must hold is missing with them.
        for (String whole : List.of("BG-4", "BG-7", "BG-22")) {
            if (invoice.groups(whole).isEmpty()) {
                invoice.put(whole, new Group(invoice.line()));
            }
        }
        for (Rule rule : RULES) {
            for (Group group : invoice.groups(rule.group())) {
                if (rule.anyOf().stream().noneMatch(group::has)) {
                    missing(rule, group);
                }
            }
        }
    }

    private void missing(Rule rule, Group group) {
        List<Text> names = rule.anyOf().stream().map(Tables::name).toList();
        checks.fault(
                rule.id(),
                group.line(),
                "缺少" + names.stream().map(Text::zh).collect(Collectors.joining("或")),
                "there is no " + names.stream().map(Text::en).collect(Collectors.joining(" or ")));
    }
}
