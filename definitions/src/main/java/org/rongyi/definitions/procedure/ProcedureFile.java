package org.rongyi.definitions.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Procedure.Flow;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Shape;

/// Reads a BPMN 2.0 file as this house, Flowable, Activiti or Camunda write it. Nothing that a file contains makes it
/// throw: what cannot be used is told with its line, what is read as something else too.
public final class ProcedureFile {
    private static final int MOST_NODES = 200;
    private static final int MOST_FLOWS = 1_000;

    private ProcedureFile() {}

    /// @param kind the kind of case that the procedure is for
    /// @param held which roles somebody holds in which departments: who may be given a step
    public static Reading read(byte[] file, CaseKind kind, Set<CaseKind.Who.InRole> held) {
        return reading(file, kind, held);
    }

    /// A file that is in use stays what it was when it was taken into use: also when a department that it names has
    /// nobody any more, its steps go to nobody else.
    public static Reading readInUse(byte[] file, CaseKind kind) {
        return reading(file, kind, null);
    }

    private static Reading reading(byte[] file, CaseKind kind, @Nullable Set<CaseKind.Who.InRole> held) {
        List<Note> notes = new ArrayList<>();
        Procedure procedure = null;
        try {
            procedure = read(Xml.read(file), kind, held, notes);
        } catch (Xml.Unreadable unreadable) {
            notes.add(unreadable.note());
        }
        if (procedure != null && notes.stream().noneMatch(Note::isFault)) {
            notes.addAll(Soundness.check(procedure, kind));
            clocksThatStop(procedure, notes);
        }
        notes.sort(Comparator.comparingInt(Note::line));
        return new Reading(procedure, List.copyOf(notes));
    }

    private static @Nullable Procedure read(
            Xml root, CaseKind kind, @Nullable Set<CaseKind.Who.InRole> held, List<Note> notes) {
        if (!root.is(Bpmn.MODEL, "definitions")) {
            notes.add(Note.fault(root.line, "不是 BPMN 2.0 文件", "this is no BPMN 2.0 file")
                    .maybe("导出时选 BPMN 2.0 XML", "Maybe export it as BPMN 2.0 XML"));
            return null;
        }
        List<Xml> processes = root.children(Bpmn.MODEL, "process")
                .filter(each -> each.children(Bpmn.MODEL, "startEvent")
                                .findAny()
                                .isPresent()
                        || each.children(Bpmn.MODEL, "userTask").findAny().isPresent())
                .toList();
        if (processes.size() != 1) {
            notes.add(
                    processes.isEmpty()
                            ? Note.fault(root.line, "文件里没有流程", "the file has no process")
                            : Note.fault(
                                    processes.get(1).line,
                                    "文件里有 " + processes.size() + " 个流程，一次只收一个",
                                    "the file has " + processes.size() + " processes; one at a time"));
            return null;
        }
        Xml process = processes.getFirst();
        // Before they are read: each flow looks up both its ends.
        if (process.all().filter(each -> each.is(Bpmn.MODEL, "sequenceFlow")).count() > MOST_FLOWS) {
            notes.add(Note.fault(process.line, "连线太多，最多 1000 条", "too many flows: at most 1000"));
            return null;
        }
        Elements elements = new Elements(process, kind, new Roles(held), notes);
        elements.read();
        List<Flow> flows = elements.flows();
        List<Node> nodes = elements.nodes();
        if (nodes.size() > MOST_NODES) {
            notes.add(Note.fault(process.line, "步骤太多，最多 200 个", "too many nodes: at most 200"));
            return null;
        }
        String id = process.get("id");
        String name = process.get("name");
        Words words = Bpmn.words(process, name == null ? String.valueOf(id) : name);
        Drawn drawn = Drawn.read(root, nodes, flows);
        String given = process.get(Bpmn.OWN, "begins");
        String begins = begins(kind, flows, given, process, notes);
        Procedure procedure = new Procedure(
                id == null ? "" : id, words, kind.id(), begins, nodes, flows, drawn.boxes(), drawn.bends());
        Structure.check(procedure, process.line, notes);
        return procedure;
    }

    /// A procedure that accepts the case begins with it; one that does not begins where the decision is made.
    private static String begins(
            CaseKind kind, List<Flow> flows, @Nullable String given, Xml process, List<Note> notes) {
        if (given != null && kind.state(given).isEmpty()) {
            notes.add(Note.fault(
                    process.line, "这种办件没有状态（" + given + "）", "the kind of case has no state (" + given + ")"));
        } else if (given != null) {
            return given;
        }
        boolean fromTheStart = flows.stream()
                .flatMap(flow -> flow.event() == null ? Stream.empty() : kind.event(flow.event()).stream())
                .anyMatch(event -> event.from().contains(kind.start()));
        if (fromTheStart) {
            return kind.start();
        }
        return kind.events().stream()
                .filter(CaseKind.Event::decides)
                .flatMap(event -> event.from().stream())
                .filter(state -> !state.equals(kind.start()))
                .findFirst()
                .orElse(kind.start());
    }

    /// Whoever sends a case where its clock stands still names the paper that shows why: so a person has to send it.
    private static void clocksThatStop(Procedure procedure, List<Note> notes) {
        for (Node step : procedure.steps()) {
            if (step.pause() == null) {
                continue;
            }
            boolean sent = procedure.steps().stream()
                    .filter(each -> !procedure.byEvent(each.id()))
                    .flatMap(each -> procedure.ways(each.id()).stream())
                    .anyMatch(way -> procedure.behind(way).equals(step.id()));
            boolean otherwise = procedure.nodes().stream()
                    .filter(each -> each.shape() != Shape.STEP || procedure.byEvent(each.id()))
                    .filter(each -> each.shape() != Shape.CHOICE)
                    .flatMap(
                            each -> (each.shape() == Shape.STEP ? procedure.ways(each.id()) : procedure.from(each.id()))
                                    .stream())
                    .anyMatch(way -> procedure.behind(way).equals(step.id()));
            if (!sent || otherwise) {
                notes.add(Note.fault(
                                step.line(),
                                "“" + step.name().zh() + "”要停表，得有人写明停表的文书",
                                "“" + step.name().en() + "” stops the clock: somebody has to name the paper for it")
                        .maybe("前面放一步，由经办人决定要不要来这里", "Maybe let a step before it decide whether to go there"));
            }
        }
    }

    /// The boxes and bends that the file draws, as far as they are whole.
    private record Drawn(Map<String, Procedure.Box> boxes, Map<String, List<Procedure.Point>> bends) {
        static Drawn read(Xml root, List<Node> nodes, List<Flow> flows) {
            Map<String, Procedure.Box> boxes = Bpmn.boxes(root);
            Map<String, List<Procedure.Point>> bends = Bpmn.bends(root);
            boolean whole = nodes.stream().allMatch(node -> boxes.containsKey(node.id()))
                    && flows.stream().allMatch(flow -> bends.containsKey(flow.id()));
            return whole ? new Drawn(boxes, bends) : new Drawn(Map.of(), Map.of());
        }
    }
}
