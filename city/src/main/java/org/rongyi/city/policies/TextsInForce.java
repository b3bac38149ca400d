package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.RuleSet;

/// Texts of policies made ready to be judged together on a day.
final class TextsInForce {
    private final LocalDate day;
    private final List<InForce> texts;
    private final RuleSet rules;
    private final Map<String, BitSet> readers = new HashMap<>();

    TextsInForce(LocalDate day, List<InForce> texts) {
        this.day = day;
        this.texts = List.copyOf(texts);
        this.rules =
                RuleSet.of(texts.stream().map(text -> text.version().rule()).toList());
        for (int number = 0; number < texts.size(); number++) {
            PolicyVersion version = texts.get(number).version();
            reads(number, version.rule());
            Rule amount = amount(version);
            if (amount != null) {
                reads(number, amount);
            }
        }
    }

    private void reads(int number, Rule rule) {
        rule.elements()
                .forEach(id -> readers.computeIfAbsent(id, _ -> new BitSet()).set(number));
    }

    static @Nullable Rule amount(PolicyVersion version) {
        return version.benefit() == null ? null : version.benefit().amountYuan();
    }

    LocalDate day() {
        return day;
    }

    List<InForce> texts() {
        return texts;
    }

    RuleSet rules() {
        return rules;
    }

    /// The numbers of the texts whose conditions or amount read any of these elements: no other can say something new.
    BitSet reading(Collection<String> elements) {
        BitSet reading = new BitSet();
        elements.forEach(id -> reading.or(readers.getOrDefault(id, new BitSet())));
        return reading;
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, texts.size());
        return all;
    }

    /// The number of a policy's text; empty when it has none.
    OptionalInt number(String policyId) {
        return IntStream.range(0, texts.size())
                .filter(number -> texts.get(number).policy().id().equals(policyId))
                .findFirst();
    }

    /// The texts by name, such as `P03 2023.1`.
    List<String> names() {
        return texts.stream().map(TextsInForce::name).toList();
    }

    static String name(InForce text) {
        return text.policy().id() + " " + text.version().version();
    }
}
