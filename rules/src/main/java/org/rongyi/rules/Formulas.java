package org.rongyi.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.plan.Functions;
import org.rongyi.rules.plan.Plan;
import org.rongyi.rules.plan.Planner;
import org.rongyi.rules.plan.Planning;
import org.rongyi.rules.plan.Type;
import org.rongyi.rules.plan.Vocabulary;
import org.rongyi.rules.syntax.Limits;
import org.rongyi.rules.syntax.Names;
import org.rongyi.rules.syntax.Parsed;
import org.rongyi.rules.syntax.Parser;

/// Plans the formulas of derived elements, each after those it stands on, and refuses circles.
final class Formulas implements Vocabulary {

    private final Map<String, Element> byName;
    private final List<String> names;
    private final Parser parser;
    private final Map<String, Formula> ready = new HashMap<>();
    private final Map<String, List<RuleFault>> faults = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    Formulas(List<Element> elements, Map<String, Element> byName) {
        this.byName = byName;
        this.names = List.copyOf(byName.keySet().stream().sorted().toList());
        List<String> scanned = new ArrayList<>(names);
        scanned.addAll(Functions.scannedNames());
        this.parser = new Parser(new Names(scanned));
        for (Element element : elements) {
            if (element.derived()) {
                var unused = formula(element);
            }
        }
    }

    Parser parser() {
        return parser;
    }

    Map<String, List<RuleFault>> faults() {
        return faults;
    }

    @Override
    public @Nullable Element element(String name) {
        return byName.get(name);
    }

    @Override
    public Collection<String> names() {
        return names;
    }

    /// After construction this only reads, so that many threads may compile at once.
    @Override
    public Formula formula(Element derived) {
        String id = derived.id();
        Formula known = ready.get(id);
        if (known != null) {
            return known;
        }
        if (open.contains(id)) {
            List<String> circle = new ArrayList<>(open.reversed());
            circle = circle.subList(circle.indexOf(id), circle.size());
            return new Formula.Refused(
                    "Derived elements form a circle (%s → %s).".formatted(String.join(" → ", circle), id));
        }
        if (open.size() >= Limits.DERIVATIONS) {
            return new Formula.Refused(
                    "More than %d derived elements stand on one another.".formatted(Limits.DERIVATIONS));
        }
        open.push(id);
        Formula formula = planned(derived);
        open.pop();
        ready.put(id, formula);
        return formula;
    }

    private Formula planned(Element element) {
        String text = element.formula() == null ? "" : element.formula();
        List<RuleFault> found;
        switch (parser.parse(text)) {
            case Parsed.Refused(var refused) -> found = refused;
            case Parsed.Read(var tree) -> {
                switch (Planner.value(text, tree, this)) {
                    case Planning.Refused(var refused) -> found = refused;
                    case Planning.Planned(var plan) -> {
                        RuleFault mismatch = mismatch(element, plan);
                        if (mismatch == null) {
                            return new Formula.Ready(plan.node());
                        }
                        found = List.of(mismatch);
                    }
                }
            }
        }
        faults.put(element.id(), found.stream().map(fault -> of(element, fault)).toList());
        return new Formula.Refused("The formula of element (%s) has a fault.".formatted(element.id()));
    }

    private static @Nullable RuleFault mismatch(Element element, Plan plan) {
        Type wanted = Type.of(element.type());
        if (plan.node().type().fits(wanted)) {
            return null;
        }
        return new RuleFault(
                1,
                1,
                plan.text().lines().findFirst().orElse("").length(),
                "The formula gives a %s; the element is a %s."
                        .formatted(plan.node().type().shown(), wanted.shown()),
                null);
    }

    private static RuleFault of(Element element, RuleFault fault) {
        return new RuleFault(
                fault.line(),
                fault.column(),
                fault.length(),
                "element (%s): %s".formatted(element.id(), fault.message()),
                fault.advice());
    }
}
