package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Place;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.PolicyVersion.Benefit;
import org.rongyi.definitions.PolicyVersion.Condition;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Rule;

/// Policies as they would be after a change that was not written as a file.
final class PolicyFiles {
    private static final Place NOWHERE = new Place("draft", 0, 0);

    private PolicyFiles() {}

    /// The policy with one of its texts ending on a day.
    static PolicyDefinition ending(PolicyDefinition policy, PolicyVersion text, LocalDate lastDay) {
        List<PolicyVersion> texts = policy.versions().stream()
                .map(each -> each.version().equals(text.version()) ? ending(each, lastDay) : each)
                .toList();
        return with(policy, texts);
    }

    private static PolicyVersion ending(PolicyVersion text, LocalDate lastDay) {
        return new PolicyVersion(
                text.version(),
                text.validFrom(),
                lastDay,
                text.recordedOn(),
                text.verify(),
                text.conditions(),
                text.rule(),
                text.benefit(),
                text.window(),
                text.materials(),
                text.steps(),
                text.how(),
                text.contact(),
                text.source(),
                text.place());
    }

    private static PolicyDefinition with(PolicyDefinition policy, List<PolicyVersion> texts) {
        return new PolicyDefinition(
                policy.id(),
                policy.title(),
                policy.issuer(),
                policy.documentNo(),
                policy.level(),
                policy.field(),
                policy.kind(),
                policy.mode(),
                policy.exclusiveGroup(),
                texts,
                policy.place());
    }

    /// A draft as another text of its policy, known and law from today on; of a new policy what is still to
    /// be said is empty.
    ///
    /// @param standing the policy with all its texts as they count
    /// @param published the same with those that are gone: a name stands for one text for ever
    static PolicyDefinition of(
            Draft.Sound draft,
            Function<String, Optional<PolicyDefinition>> standing,
            Function<String, Optional<PolicyDefinition>> published,
            LocalDate today) {
        InForce against = draft.draft().against();
        PolicyDefinition policy =
                against == null ? null : standing.apply(against.policy().id()).orElse(null);
        if (policy == null || against == null) {
            PolicyVersion text = text(draft, null, "1", today);
            return new PolicyDefinition(
                    "", Words.same(""), null, null, null, null, null, null, null, List.of(text), NOWHERE);
        }
        List<PolicyVersion> texts = new ArrayList<>(policy.versions());
        texts.add(
                text(draft, against.version(), name(published.apply(policy.id()).orElse(policy), today), today));
        return with(policy, texts);
    }

    private static String name(PolicyDefinition policy, LocalDate today) {
        List<String> taken =
                policy.versions().stream().map(PolicyVersion::version).toList();
        String name = today.toString();
        for (int number = 2; taken.contains(name); number++) {
            name = today + "." + number;
        }
        return name;
    }

    private static PolicyVersion text(Draft.Sound draft, @Nullable PolicyVersion was, String name, LocalDate today) {
        return new PolicyVersion(
                name,
                today,
                was == null ? null : was.validTo(),
                today,
                List.of(),
                conditions(draft.conditions(), was == null ? List.of() : was.conditions()),
                draft.rule(),
                benefit(draft, was == null ? null : was.benefit()),
                was == null ? null : was.window(),
                was == null ? List.of() : was.materials(),
                was == null ? List.of() : was.steps(),
                was == null ? null : was.how(),
                was == null ? null : was.contact(),
                was == null ? null : was.source(),
                NOWHERE);
    }

    /// A condition that stayed keeps its words; of a changed one nobody has said yet in words what it asks.
    private static List<Condition> conditions(List<Rule> rules, List<Condition> were) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Condition same = were.stream()
                    .filter(was -> was.rule().text().equals(rule.text()))
                    .findFirst()
                    .orElse(null);
            Condition was =
                    same == null && rules.size() == were.size() && isChanged(were.get(i), rules) ? were.get(i) : same;
            conditions.add(new Condition(
                    was == null ? "new-" + (i + 1) : was.id(),
                    same == null ? Words.same(rule.text()) : same.text(),
                    was == null ? null : was.clause(),
                    same == null ? null : same.quote(),
                    rule,
                    same == null ? List.of() : same.verify(),
                    NOWHERE));
        }
        return conditions;
    }

    /// None of the rules is the condition's own any more.
    private static boolean isChanged(Condition was, List<Rule> rules) {
        return rules.stream().noneMatch(rule -> rule.text().equals(was.rule().text()));
    }

    private static @Nullable Benefit benefit(Draft.Sound draft, @Nullable Benefit was) {
        if (was == null && draft.amount() == null) {
            return null;
        }
        boolean same = was != null
                && was.amountYuan() != null
                && draft.amount() != null
                && was.amountYuan().text().equals(draft.amount().text());
        return new Benefit(
                was == null ? Words.same("") : was.text(),
                draft.amount(),
                was == null || !same ? null : was.amountNote(),
                draft.draft().capYuan(),
                was == null ? null : was.period());
    }
}
