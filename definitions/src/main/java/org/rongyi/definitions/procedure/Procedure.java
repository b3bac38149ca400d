package org.rongyi.definitions.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;

/// The way of a case through a department: steps, who does them, and where each answer leads.
///
/// @param kind id of the kind of case
/// @param begins the state of the case in which it begins
/// @param boxes where the file draws each node; empty: it draws none
/// @param bends the line of each flow as the file draws it
public record Procedure(
        String id,
        Words name,
        String kind,
        String begins,
        List<Node> nodes,
        List<Flow> flows,
        Map<String, Box> boxes,
        Map<String, List<Point>> bends) {
    public enum Shape {
        START,
        END,
        STEP,
        /// One way out of several, or several ways that meet.
        CHOICE,
        /// All ways at once; where they meet it waits for all.
        FORK
    }

    /// @param who who does the step; null: no step
    /// @param pause the reason for which the clock of the case stands still meanwhile
    public record Node(
            String id,
            Shape shape,
            Words name,
            CaseKind.@Nullable Who who,
            @Nullable String pause,
            int line) {}

    /// @param event the event of the case that leads this way; null: an answer inside
    public record Flow(
            String id,
            String from,
            String to,
            Words name,
            @Nullable String event,
            int line) {}

    public record Box(double x, double y, double width, double height) {}

    public record Point(double x, double y) {}

    /// What whoever does a step can say.
    ///
    /// @param flow the way it leads
    /// @param proof the next step lets the clock stand still: the paper that shows why is named with the answer
    public record Answer(String flow, Words name, @Nullable String event, boolean proof) {}

    private static final Words DONE = new Words("完成", "Done");

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public Node at(String id) {
        return node(id).orElseThrow(() -> new IllegalArgumentException("the procedure has no node (" + id + ")"));
    }

    public List<Node> steps() {
        return nodes.stream().filter(node -> node.shape() == Shape.STEP).toList();
    }

    List<Flow> from(String node) {
        return flows.stream().filter(flow -> flow.from().equals(node)).toList();
    }

    List<Flow> to(String node) {
        return flows.stream().filter(flow -> flow.to().equals(node)).toList();
    }

    /// The flows among which an answer to this step chooses: its own, or those of the choice that follows.
    List<Flow> ways(String step) {
        List<Flow> ways = from(step);
        int hops = nodes.size();
        while (ways.size() == 1 && at(ways.getFirst().to()).shape() == Shape.CHOICE && hops-- > 0) {
            ways = from(ways.getFirst().to());
        }
        return ways.size() == 1 ? from(step) : ways;
    }

    public List<Answer> answers(String step) {
        List<Flow> ways = ways(step);
        List<Answer> answers = new ArrayList<>();
        for (Flow way : ways) {
            Words name = ways.size() == 1 && way.name().zh().isEmpty() ? DONE : called(way);
            answers.add(new Answer(way.id(), name, way.event(), stopsAClock(way)));
        }
        return answers;
    }

    private Words called(Flow way) {
        return way.name().zh().isEmpty() ? at(behind(way)).name() : way.name();
    }

    private boolean stopsAClock(Flow way) {
        return at(behind(way)).pause() != null;
    }

    /// Where a way leads, past the places where ways meet.
    String behind(Flow way) {
        String at = way.to();
        for (int hops = nodes.size(); hops > 0; hops--) {
            List<Flow> next = from(at);
            if (at(at).shape() != Shape.CHOICE || next.size() != 1) {
                return at;
            }
            at = next.getFirst().to();
        }
        return at;
    }

    /// What somebody does next after this answer: steps, the end, or a meeting where others are waited for.
    public List<Node> after(Answer answer) {
        Flow way = flows.stream()
                .filter(flow -> flow.id().equals(answer.flow()))
                .findFirst()
                .orElseThrow();
        Node next = at(behind(way));
        return next.shape() == Shape.FORK && to(next.id()).size() == 1
                ? from(next.id()).stream().map(flow -> at(behind(flow))).toList()
                : List.of(next);
    }

    /// Whether the step is done by an event of the case, not by an answer inside.
    public boolean byEvent(String step) {
        return ways(step).stream().anyMatch(way -> way.event() != null);
    }

    Set<String> ids() {
        return nodes.stream().map(Node::id).collect(Collectors.toUnmodifiableSet());
    }
}
