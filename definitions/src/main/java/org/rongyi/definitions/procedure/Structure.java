package org.rongyi.definitions.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongyi.definitions.procedure.Procedure.Flow;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Shape;

/// What must hold before a procedure can be walked at all.
final class Structure {
    private Structure() {}

    static void check(Procedure procedure, int line, List<Note> notes) {
        long starts = procedure.nodes().stream()
                .filter(node -> node.shape() == Shape.START)
                .count();
        if (starts != 1) {
            notes.add(
                    starts == 0
                            ? Note.fault(line, "没有开始", "there is no start")
                            : Note.fault(line, "有 " + starts + " 个开始，只能有一个", "there are " + starts + " starts"));
        }
        if (procedure.nodes().stream().noneMatch(node -> node.shape() == Shape.END)) {
            notes.add(Note.fault(line, "没有结束：办件进去就出不来", "there is no end: a case would never come out")
                    .maybe("在最后一步后面加一个结束事件", "Maybe add an end event after the last step"));
        }
        if (procedure.steps().isEmpty()) {
            notes.add(Note.fault(line, "没有一步要人办", "nobody has anything to do in it"));
        }
        for (Node node : procedure.nodes()) {
            ends(procedure, node, notes);
            if (node.shape() == Shape.CHOICE && procedure.from(node.id()).size() > 1) {
                decided(procedure, node, notes);
            }
            if (node.shape() == Shape.STEP) {
                mixed(procedure, node, notes);
            }
        }
    }

    private static void ends(Procedure procedure, Node node, List<Note> notes) {
        if (node.shape() != Shape.END && procedure.from(node.id()).isEmpty()) {
            notes.add(Note.fault(
                            node.line(),
                            "“" + node.name().zh() + "”后面没有路，走到这里就停住了",
                            "no way leads out of “" + node.name().en() + "”")
                    .maybe("连到下一步或结束", "Maybe draw a flow to the next step or to an end"));
        }
        if (node.shape() != Shape.STEP && circles(procedure, node.id())) {
            notes.add(Note.fault(
                    node.line(), "网关之间绕圈，中间没有人办的步骤", "gateways lead in a circle without a step between them"));
        }
    }

    private static boolean circles(Procedure procedure, String from) {
        Set<String> seen = new HashSet<>();
        return circles(procedure, from, from, seen);
    }

    private static boolean circles(Procedure procedure, String at, String goal, Set<String> seen) {
        for (Flow flow : procedure.from(at)) {
            boolean step = procedure.at(flow.to()).shape() == Shape.STEP;
            if (flow.to().equals(goal) || !step && seen.add(flow.to()) && circles(procedure, flow.to(), goal, seen)) {
                return true;
            }
        }
        return false;
    }

    /// Who says which way it goes is whoever did the step before it: there has to be one.
    private static void decided(Procedure procedure, Node choice, List<Note> notes) {
        boolean somebody =
                procedure.to(choice.id()).stream().allMatch(flow -> answers(procedure, flow.from(), new HashSet<>()));
        if (!somebody) {
            notes.add(Note.fault(
                            choice.line(),
                            "没有人决定“" + choice.name().zh() + "”走哪条路：前面要紧挨着一步",
                            "nobody says which way “" + choice.name().en() + "” goes: a step has to stand before it")
                    .maybe("在网关前面放一步", "Maybe put a user task before the gateway"));
        }
    }

    private static boolean answers(Procedure procedure, String at, Set<String> seen) {
        Node node = procedure.at(at);
        if (node.shape() == Shape.STEP) {
            return procedure.from(at).size() == 1;
        }
        return node.shape() == Shape.CHOICE
                && procedure.from(at).size() == 1
                && seen.add(at)
                && procedure.to(at).stream().allMatch(flow -> answers(procedure, flow.from(), seen));
    }

    private static void mixed(Procedure procedure, Node step, List<Note> notes) {
        List<Flow> ways = procedure.ways(step.id());
        long events = ways.stream().filter(way -> way.event() != null).count();
        if (events > 0 && events < ways.size()) {
            notes.add(Note.fault(
                    step.line(),
                    "“" + step.name().zh() + "”的出路有的是办件事件、有的不是，要么都是要么都不是",
                    "some answers to “" + step.name().en() + "” are events of the case and some are not"));
        }
    }
}
