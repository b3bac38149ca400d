package org.rongyi.city.privatesector;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// What a city says in `privatesector.yaml`.
///
/// @param category of appeals to which overdue payments belong; empty: a person decides
/// @param debtors kinds of those who owe
/// @param rules what the law says of overdue payments, with what nobody has verified
/// @param finance units that answer needs for finance
/// @param policies ids of policies for private firms
public record PrivateSector(
        String category, List<Debtor> debtors, List<Rule> rules, List<String> finance, List<String> policies) {
    public PrivateSector {
        debtors = List.copyOf(debtors);
        rules = List.copyOf(rules);
        finance = List.copyOf(finance);
        policies = List.copyOf(policies);
    }

    public record Debtor(String id, Words name) {}

    /// @param verify what nobody has verified of it; null: nothing
    public record Rule(Words says, Words basis, @Nullable Words verify) {}

    public Optional<Debtor> debtor(String id) {
        return debtors.stream().filter(debtor -> debtor.id().equals(id)).findFirst();
    }
}
