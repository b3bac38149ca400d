package org.rongyi.definitions.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceCatalogue;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceItem.Named;
import org.rongyi.definitions.ServiceItem.Needs;
import org.rongyi.definitions.ServiceItem.Situation;
import org.rongyi.definitions.ServiceTerms.LicenceType;
import org.rongyi.definitions.journey.JourneyPlan.Decided;
import org.rongyi.definitions.journey.JourneyPlan.Field;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.rongyi.definitions.journey.JourneyPlan.Question;
import org.rongyi.definitions.journey.JourneyPlan.Verdict;
import org.rongyi.rules.NextQuestion;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;

/// Derives the plan of a journey. Nothing of it is drawn by hand: a changed item changes every journey that it is in.
///
/// An item starts when its inputs exist, not when the whole stage before it ends. What is known already is waited for
/// by
/// nobody.
public final class Derivation {
    private final ServiceCatalogue catalogue;
    private final Set<String> answerable;

    /// @param answerable ids of the elements that an applicant can answer
    public Derivation(ServiceCatalogue catalogue, Set<String> answerable) {
        this.catalogue = catalogue;
        this.answerable = Set.copyOf(answerable);
    }

    public static Derivation of(ServiceCatalogue catalogue, Definitions definitions) {
        return new Derivation(
                catalogue,
                definitions.elements().stream()
                        .filter(element -> element.ask() != null || element.selfDeclared())
                        .map(ElementDefinition::id)
                        .collect(Collectors.toSet()));
    }

    /// @param known what the portrait and the answers say
    /// @param leftOut ids of optional items that the applicant does not want
    public JourneyPlan plan(JourneyDefinition journey, Row known, Set<String> leftOut, LocalDate asOf) {
        List<Decided> parts = new ArrayList<>();
        for (JourneyDefinition.Part part : journey.parts()) {
            catalogue.item(part.item()).ifPresent(item -> parts.add(decide(item, part, known, leftOut, asOf)));
        }
        Map<String, Applying> applying = new LinkedHashMap<>();
        for (Decided part : parts) {
            if (part.verdict() == Verdict.APPLIES) {
                applying.put(part.item().id(), Applying.of(part));
            }
        }
        Inputs inputs = new Inputs(catalogue, applying, known, asOf);
        Order order = Order.of(applying, inputs);
        return new JourneyPlan(
                journey,
                List.copyOf(parts),
                questions(parts, known, asOf),
                form(applying, inputs, known),
                new Papers(catalogue.terms(), applying, inputs, order).all(),
                order.steps(),
                order.longest(),
                order.sum());
    }

    /// Who holds a permit already is not sent to apply for it. What brings something else beside it is still done.
    private boolean held(ServiceItem item, Row known, LocalDate asOf) {
        return item.type() == ServiceItem.Type.PERMIT
                && item.yields().elements().isEmpty()
                && !item.yields().licences().isEmpty()
                && item.yields().licences().stream().allMatch(licence -> held(licence.id(), known, asOf));
    }

    private boolean held(String licence, Row known, LocalDate asOf) {
        Rule when =
                catalogue.terms().licence(licence).map(LicenceType::heldWhen).orElse(null);
        return when != null && when.decide(known, asOf) instanceof Outcome.Holds;
    }

    private Decided decide(
            ServiceItem item, JourneyDefinition.Part part, Row known, Set<String> leftOut, LocalDate asOf) {
        if (part.optional() && leftOut.contains(item.id())) {
            return new Decided(item, part, Verdict.LEFT_OUT, Collections.emptySortedSet(), List.of());
        }
        Rule when = part.when();
        Outcome outcome = when == null ? new Outcome.Holds() : when.decide(known, asOf);
        return switch (outcome) {
            case Outcome.Holds _ when held(item, known, asOf) -> decideAgain(item, part, known, asOf);
            case Outcome.Holds _ -> applies(item, part, known, asOf);
            case Outcome.Fails _ ->
                new Decided(item, part, Verdict.NOT_NEEDED, Collections.emptySortedSet(), List.of());
            case Outcome.Unknown(var missing) -> new Decided(item, part, Verdict.OPEN, missing, List.of());
        };
    }

    /// A permit holds for one place: for another one it is applied for again.
    private static Decided decideAgain(ServiceItem item, JourneyDefinition.Part part, Row known, LocalDate asOf) {
        Situation again = item.again();
        Outcome outcome = again == null ? new Outcome.Fails() : again.when().decide(known, asOf);
        return switch (outcome) {
            case Outcome.Holds _ -> {
                Decided applies = applies(item, part, known, asOf);
                List<Situation> holding = new ArrayList<>(applies.situations());
                Optional.ofNullable(again).ifPresent(holding::add);
                yield new Decided(item, part, Verdict.APPLIES, applies.missing(), List.copyOf(holding));
            }
            case Outcome.Fails _ -> new Decided(item, part, Verdict.HELD, Collections.emptySortedSet(), List.of());
            case Outcome.Unknown(var missing) -> new Decided(item, part, Verdict.OPEN, missing, List.of());
        };
    }

    private static Decided applies(ServiceItem item, JourneyDefinition.Part part, Row known, LocalDate asOf) {
        List<Situation> holding = item.situations().stream()
                .filter(situation -> situation.when().decide(known, asOf) instanceof Outcome.Holds)
                .toList();
        return new Decided(item, part, Verdict.APPLIES, Collections.emptySortedSet(), holding);
    }

    /// Only what is still open is asked: whether an item applies, and in which situation an applying one is.
    private List<Question> questions(List<Decided> parts, Row known, LocalDate asOf) {
        List<Rule> open = new ArrayList<>();
        Map<String, Set<String>> items = new HashMap<>();
        for (Decided part : parts) {
            List<Rule> rules = new ArrayList<>();
            Rule when = part.part().when();
            if (part.verdict() == Verdict.OPEN && when != null) {
                rules.add(when);
            }
            Situation again = part.item().again();
            if (part.verdict() == Verdict.OPEN && again != null && held(part.item(), known, asOf)) {
                rules.add(again.when());
            }
            if (part.verdict() == Verdict.APPLIES) {
                part.item().situations().forEach(situation -> rules.add(situation.when()));
            }
            for (Rule rule : rules) {
                if (rule.decide(known, asOf) instanceof Outcome.Unknown(var missing)) {
                    open.add(rule);
                    missing.forEach(element -> items.computeIfAbsent(element, _ -> new LinkedHashSet<>())
                            .add(part.item().id()));
                }
            }
        }
        return NextQuestion.rank(open, known, asOf, answerable).stream()
                .map(asked ->
                        new Question(asked.elementId(), List.copyOf(items.getOrDefault(asked.elementId(), Set.of()))))
                .toList();
    }

    private List<Field> form(Map<String, Applying> applying, Inputs inputs, Row known) {
        Map<String, List<String>> neededBy = new LinkedHashMap<>();
        applying.values()
                .forEach(item -> item.elements()
                        .forEach(element -> neededBy.computeIfAbsent(element, _ -> new ArrayList<>())
                                .add(item.id())));
        List<Field> form = new ArrayList<>();
        neededBy.forEach((element, items) -> {
            Set<String> from = inputs.bringing(element);
            Origin origin = known.value(element) != null
                    ? Origin.KNOWN
                    : !from.isEmpty() ? Origin.YIELDED : answerable.contains(element) ? Origin.ASKED : Origin.LACKING;
            form.add(new Field(element, origin, from, List.copyOf(items)));
        });
        return List.copyOf(form);
    }

    /// An item that applies, with what it needs in the situations that hold.
    record Applying(ServiceItem item, Set<String> elements, Set<String> materials, Set<String> licences, Decided part) {
        static Applying of(Decided part) {
            Set<String> elements = new LinkedHashSet<>();
            Set<String> materials = new LinkedHashSet<>();
            Set<String> licences = new LinkedHashSet<>();
            List<Needs> all = new ArrayList<>(List.of(part.item().needs()));
            part.situations().forEach(situation -> all.add(situation.needs()));
            for (Needs needs : all) {
                needs.elements().stream().map(Named::id).forEach(elements::add);
                needs.materials().stream().map(Named::id).forEach(materials::add);
                needs.licences().stream().map(Named::id).forEach(licences::add);
            }
            return new Applying(part.item(), elements, materials, licences, part);
        }

        String id() {
            return item.id();
        }

        /// The longest time of the situations that hold, else the usual one.
        @Nullable
        Integer days() {
            return part.situations().stream()
                    .flatMap(situation -> Stream.ofNullable(situation.promised()))
                    .max(Integer::compare)
                    .orElse(item.limit().days());
        }
    }

    /// Where the inputs of the applying items come from.
    record Inputs(ServiceCatalogue catalogue, Map<String, Applying> applying, Row known, LocalDate asOf) {
        boolean held(String licence) {
            return catalogue
                    .terms()
                    .licence(licence)
                    .map(type ->
                            type.heldWhen() != null && type.heldWhen().decide(known, asOf) instanceof Outcome.Holds)
                    .orElse(false);
        }

        /// The items that yield an element which is not known yet.
        Set<String> bringing(String element) {
            return known.value(element) != null
                    ? Set.of()
                    : ids(applying.values().stream()
                            .filter(item -> item.item().brings(element))
                            .toList());
        }

        /// The items that issue a licence which is not held yet.
        Set<String> issuing(String licence) {
            return held(licence)
                    ? Set.of()
                    : ids(applying.values().stream()
                            .filter(item -> item.item().issues(licence))
                            .toList());
        }

        /// The items that an item waits for.
        Set<String> before(Applying item) {
            Set<String> before = new TreeSet<>();
            item.elements().forEach(element -> before.addAll(bringing(element)));
            item.licences().forEach(licence -> before.addAll(issuing(licence)));
            before.remove(item.id());
            return before;
        }

        private static Set<String> ids(List<Applying> items) {
            return items.stream().map(Applying::id).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
