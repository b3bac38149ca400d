package org.rongyi.definitions.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.procedure.Procedure.Flow;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Shape;

/// Walks every way through a procedure, with the case beside it: a step that nobody gets to, a place that nobody gets
/// out of, a meeting of ways that waits for ever, an event that the case does not allow just then. There are few places
/// in a procedure, so that walking them all is exact and quick.
final class Soundness {
    private static final int MOST_STANDS = 20_000;
    private static final int MOST_MOVES = 1_000_000;

    private final Procedure procedure;
    private final CaseKind kind;
    private final List<Note> notes = new ArrayList<>();
    private final Map<Stand, Set<Stand>> next = new LinkedHashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> usedFlows = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private int deep;
    private int moves;

    private Soundness(Procedure procedure, CaseKind kind) {
        this.procedure = procedure;
        this.kind = kind;
    }

    /// How a procedure may stand: the steps that are open, the ways on which a meeting is waited for, and the case.
    private record Stand(Set<String> steps, Set<String> arrived, String state, boolean over) {}

    static List<Note> check(Procedure procedure, CaseKind kind) {
        Soundness check = new Soundness(procedure, kind);
        check.walk();
        return check.notes;
    }

    private void walk() {
        Node start = procedure.nodes().stream()
                .filter(node -> node.shape() == Shape.START)
                .findFirst()
                .orElseThrow();
        reached.add(start.id());
        Set<String> steps = new TreeSet<>();
        Set<String> arrived = new TreeSet<>();
        procedure.from(start.id()).forEach(flow -> advance(flow, steps, arrived));
        Stand first = new Stand(Set.copyOf(steps), Set.copyOf(arrived), procedure.begins(), steps.isEmpty());
        ArrayDeque<Stand> todo = new ArrayDeque<>(List.of(first));
        next.put(first, new LinkedHashSet<>());
        while (!todo.isEmpty() && next.size() <= MOST_STANDS && moves <= MOST_MOVES) {
            Stand stand = todo.poll();
            for (Stand after : after(stand)) {
                next.computeIfAbsent(stand, _ -> new LinkedHashSet<>()).add(after);
                if (!next.containsKey(after)) {
                    next.put(after, new LinkedHashSet<>());
                    todo.add(after);
                }
            }
        }
        if (next.size() > MOST_STANDS || moves > MOST_MOVES) {
            notes.add(Note.fault(0, "并行太多，走不完所有可能", "too much at the same time: not every way can be walked"));
            return;
        }
        unreached();
        endless();
        uselessAnswers();
    }

    private List<Stand> after(Stand stand) {
        List<Stand> all = new ArrayList<>();
        for (String step : stand.over ? Set.<String>of() : stand.steps) {
            List<Flow> ways = procedure.ways(step).stream()
                    .filter(way -> way.event() == null || allowed(way, stand.state))
                    .toList();
            if (ways.isEmpty()) {
                neverPossible(procedure.at(step), stand);
            }
            ways.forEach(way -> all.add(take(stand, step, way)));
        }
        return all;
    }

    private Stand take(Stand stand, String step, Flow way) {
        usedFlows.add(way.id());
        reachBetween(step, way);
        String state = way.event() == null
                ? stand.state
                : kind.event(way.event()).orElseThrow().to();
        Set<String> steps = new TreeSet<>(stand.steps);
        Set<String> arrived = new TreeSet<>(stand.arrived);
        steps.remove(step);
        advance(way, steps, arrived);
        boolean closed = kind.state(state).orElseThrow().end();
        boolean over = closed || steps.isEmpty() && arrived.isEmpty();
        return over
                ? new Stand(Set.of(), Set.of(), state, true)
                : new Stand(Set.copyOf(steps), Set.copyOf(arrived), state, false);
    }

    /// The choice between the step and the way is passed too.
    private void reachBetween(String step, Flow way) {
        String at = step;
        for (int hops = procedure.nodes().size(); hops > 0 && !at.equals(way.from()); hops--) {
            Flow only = procedure.from(at).getFirst();
            usedFlows.add(only.id());
            at = only.to();
            reached.add(at);
        }
    }

    private boolean allowed(Flow way, String state) {
        return Optional.ofNullable(way.event())
                .flatMap(kind::event)
                .filter(event -> event.from().contains(state))
                .isPresent();
    }

    private void neverPossible(Node step, Stand stand) {
        CaseKind.State state = kind.state(stand.state).orElseThrow();
        if (told.add(step.id() + stand.state)) {
            notes.add(Note.fault(
                            step.line(),
                            "走到“" + step.name().zh() + "”时办件可能还是“"
                                    + state.name().zh() + "”，这一步要的事件那时办不了",
                            "at “" + step.name().en() + "” the case may still be “"
                                    + state.name().en() + "”, which does not allow the event of this step")
                    .maybe("前面先放一步办到对应状态", "Maybe put the step before it that leads to the right state"));
        }
    }

    /// A token moves along a flow until it comes to a step, to an end, or to a meeting that waits for others.
    private void advance(Flow flow, Set<String> steps, Set<String> arrived) {
        if (deep > procedure.nodes().size() || ++moves > MOST_MOVES) {
            return; // a circle without a step, which the reader tells; or too much, which is told at the end
        }
        deep++;
        enter(flow, steps, arrived);
        deep--;
    }

    private void enter(Flow flow, Set<String> steps, Set<String> arrived) {
        usedFlows.add(flow.id());
        Node node = procedure.at(flow.to());
        reached.add(node.id());
        switch (node.shape()) {
            case START, END -> {}
            case STEP -> {
                if (!steps.add(node.id())) {
                    twice(node);
                }
            }
            case CHOICE -> {
                List<Flow> out = procedure.from(node.id());
                if (out.size() == 1) {
                    advance(out.getFirst(), steps, arrived);
                }
            }
            case FORK -> {
                List<Flow> in = procedure.to(node.id());
                if (!arrived.add(flow.id())) {
                    twice(node);
                }
                List<String> all = in.stream().map(Flow::id).toList();
                if (arrived.containsAll(all)) {
                    all.forEach(arrived::remove);
                    procedure.from(node.id()).forEach(out -> advance(out, steps, arrived));
                }
            }
        }
    }

    private void twice(Node node) {
        if (told.add("twice " + node.id())) {
            notes.add(Note.fault(
                            node.line(),
                            "“" + node.name().zh() + "”会同时走到两次",
                            "“" + node.name().en() + "” is come to twice at the same time")
                    .maybe("并行的路要先用并行网关会合", "Maybe let the ways that run side by side meet first"));
        }
    }

    private void unreached() {
        for (Node node : procedure.nodes()) {
            if (!reached.contains(node.id())) {
                notes.add(Note.fault(
                        node.line(),
                        "走不到“" + node.name().zh() + "”",
                        "nobody ever gets to “" + node.name().en() + "”"));
            }
        }
    }

    private void endless() {
        Set<Stand> ending = ending();
        Set<String> stuck = new LinkedHashSet<>();
        for (Map.Entry<Stand, Set<Stand>> each : next.entrySet()) {
            Stand stand = each.getKey();
            if (ending.contains(stand)) {
                continue;
            }
            if (stand.steps.isEmpty()) {
                stand.arrived.stream()
                        .map(this::target)
                        .filter(node -> told.add("waits " + node.id()))
                        .forEach(node -> notes.add(Note.fault(
                                        node.line(),
                                        "“" + node.name().zh() + "”会永远等下去：并行网关要等所有进来的路",
                                        "“" + node.name().en()
                                                + "” waits for ever: a parallel gateway waits for all ways in")
                                .maybe("只会走一条路的地方用排他网关会合", "Maybe let ways meet in an exclusive gateway")));
            } else {
                stuck.addAll(stand.steps);
            }
        }
        if (told.stream().noneMatch(each -> each.startsWith("waits "))) {
            stuck.stream()
                    .map(procedure::at)
                    .filter(node -> !isToldOf(node))
                    .forEach(node -> notes.add(Note.fault(
                            node.line(),
                            "从“" + node.name().zh() + "”走不到结束",
                            "from “" + node.name().en() + "” no end can be reached")));
        }
    }

    private boolean isToldOf(Node node) {
        return told.stream().anyMatch(each -> each.startsWith(node.id()));
    }

    private Node target(String flow) {
        return procedure.at(procedure.flows().stream()
                .filter(each -> each.id().equals(flow))
                .findFirst()
                .orElseThrow()
                .to());
    }

    /// Every stand from which the end can be reached, found from the end backwards.
    private Set<Stand> ending() {
        Map<Stand, List<Stand>> before = new HashMap<>();
        next.forEach((stand, after) -> after.forEach(
                each -> before.computeIfAbsent(each, _ -> new ArrayList<>()).add(stand)));
        Set<Stand> ending = next.keySet().stream().filter(Stand::over).collect(Collectors.toCollection(HashSet::new));
        ArrayDeque<Stand> todo = new ArrayDeque<>(ending);
        while (!todo.isEmpty()) {
            before.getOrDefault(todo.poll(), List.of()).stream()
                    .filter(ending::add)
                    .forEach(todo::add);
        }
        return ending;
    }

    private void uselessAnswers() {
        Collection<Node> steps = procedure.steps();
        for (Node step : steps) {
            for (Flow way : procedure.ways(step.id())) {
                if (reached.contains(step.id()) && !usedFlows.contains(way.id()) && !isToldOf(step)) {
                    String event = way.event() == null ? way.id() : way.event();
                    notes.add(Note.fault(
                            way.line(),
                            "“" + step.name().zh() + "”走到时，事件（" + event + "）从来办不了",
                            "when “" + step.name().en() + "” is come to, the event (" + event + ") is never possible"));
                }
            }
        }
    }
}
