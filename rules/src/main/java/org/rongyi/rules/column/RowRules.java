package org.rongyi.rules.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.row.Judge;
import org.rongyi.rules.row.Verdict;

/// The rules of a circuit for one row at a time, at one date: each gate is answered at most once, when it is first
/// needed, and rules that begin alike share their beginning. Safe for many threads.
///
/// Answers are numbers, so that `and` is the least of its parts and `or` the greatest.
final class RowRules {

    static final byte NO = 0;
    static final byte UNKNOWN = 1;
    static final byte YES = 2;
    private static final byte NOT_YET = -1;

    private final Circuit circuit;
    private final Program program;
    private final LocalDate asOf;
    private final List<Subject> subjects;

    /// The subject of each atom, or -1.
    private final int[] subjectOf;

    private final int[] leafOf;

    RowRules(Circuit circuit, Program program, LocalDate asOf) {
        this.circuit = circuit;
        this.program = program;
        this.asOf = asOf;
        this.subjectOf = new int[circuit.atoms().size()];
        this.leafOf = new int[subjectOf.length];
        this.subjects = subjects();
        for (int gate = 0; gate < circuit.size(); gate++) {
            if (circuit.gate(gate) instanceof Gate.Leaf(int atom)) {
                leafOf[atom] = gate;
            }
        }
    }

    static byte number(Verdict verdict) {
        return switch (verdict) {
            case YES -> YES;
            case NO -> NO;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// Whether it serves for a date.
    boolean serves(LocalDate date) {
        return asOf.equals(date);
    }

    private List<Subject> subjects() {
        Map<Node, List<Integer>> compared = new LinkedHashMap<>();
        Map<Node, List<Integer>> asked = new LinkedHashMap<>();
        for (int atom = 0; atom < subjectOf.length; atom++) {
            subjectOf[atom] = -1;
            Node number = Subject.comparedWithNumber(circuit.atoms().get(atom));
            Set<Element> elements =
                    Atom.elements(circuit.atoms().get(atom).question().node());
            if (number != null && !elements.isEmpty()) {
                compared.computeIfAbsent(number, n -> new ArrayList<>()).add(atom);
            } else if (elements.size() == 1) {
                Node element = new Node.Stored(elements.iterator().next());
                asked.computeIfAbsent(element, n -> new ArrayList<>()).add(atom);
            }
        }
        List<Subject> all = new ArrayList<>();
        compared.forEach((node, atoms) -> add(node, true, atoms, all));
        asked.forEach((node, atoms) -> add(node, false, atoms, all));
        return List.copyOf(all);
    }

    private void add(Node node, boolean numbers, List<Integer> numbersOfAtoms, List<Subject> all) {
        List<Atom> atoms =
                numbersOfAtoms.stream().map(atom -> circuit.atoms().get(atom)).toList();
        numbersOfAtoms.forEach(atom -> subjectOf[atom] = all.size());
        all.add(new Subject(
                node,
                numbers,
                atoms,
                numbersOfAtoms.stream().mapToInt(Integer::intValue).toArray()));
    }

    Decisions decide(Row row, @Nullable BitSet only) {
        return new Asked(row).decide(only);
    }

    /// One row being asked.
    private final class Asked {

        private final Judge judge;
        private final byte[] answers = new byte[circuit.size()];
        private final BitSet holds = new BitSet();
        private final BitSet unknown = new BitSet();
        private final BitSet nearly = new BitSet();

        Asked(Row row) {
            Map<String, Object> read = new HashMap<>();
            // A row may be slow to read: each value is read once.
            this.judge = new Judge(
                    id -> {
                        Object known = read.get(id);
                        if (known == null) {
                            Object value = row.value(id);
                            known = value == null ? Judge.UNKNOWN : value;
                            read.put(id, known);
                        }
                        return known == Judge.UNKNOWN ? null : known;
                    },
                    asOf);
            Arrays.fill(answers, NOT_YET);
        }

        Decisions decide(@Nullable BitSet only) {
            BitSet judged = new BitSet();
            if (only == null) {
                judged.set(0, circuit.rules());
                runAll();
            } else {
                judged.or(only);
                for (int rule = only.nextSetBit(0); rule >= 0; rule = only.nextSetBit(rule + 1)) {
                    runOne(rule);
                }
            }
            return new Decisions(judged, holds, unknown, nearly);
        }

        /// Goes on while at most one part fails: an answer, and 4 more for each failure.
        private void runAll() {
            int[] code = program.code();
            int[] open = new int[program.depth() + 1];
            open[0] = YES;
            for (int pc = 0; pc < code.length; ) {
                int depth = code[pc];
                if (depth >= 0) {
                    int left = and(open[depth], answer(code[pc + 1]));
                    open[depth + 1] = left;
                    pc = left < 8 ? pc + Program.STEP : code[pc + 2];
                } else {
                    int left = open[~depth];
                    for (int i = pc + Program.RULE; i < code[pc + 2] && left < 8; i++) {
                        left = and(left, answer(code[i]));
                    }
                    for (int i = code[pc + 3]; i < code[pc + 4] && left < 8; i++) {
                        left = and(left, answer(code[i]));
                    }
                    put(code[pc + 1], left);
                    pc = code[pc + 4];
                }
            }
        }

        private void runOne(int rule) {
            int left = YES;
            for (int gate : circuit.rule(rule)) {
                left = and(left, answer(gate));
                if (left >= 8) {
                    return;
                }
            }
            put(rule, left);
        }

        private static int and(int left, byte answer) {
            return answer == NO ? left + 4 : Math.min(left & 3, answer) | left & 4;
        }

        private void put(int rule, int left) {
            if (left == YES) {
                holds.set(rule);
            } else if (left == UNKNOWN) {
                unknown.set(rule);
            } else if (left < 8) {
                nearly.set(rule);
            }
        }

        private byte answer(int gate) {
            byte known = answers[gate];
            if (known != NOT_YET) {
                return known;
            }
            byte found = switch (circuit.gate(gate)) {
                case Gate.Leaf(int atom) -> leaf(atom);
                case Gate.AllOf a -> least(circuit.operands(gate));
                case Gate.AnyOf a -> greatest(circuit.operands(gate));
                case Gate.Choice c ->
                    switch (answer(c.condition())) {
                        case YES -> answer(c.yes());
                        case NO -> answer(c.no());
                        default -> UNKNOWN;
                    };
            };
            answers[gate] = found;
            return found;
        }

        private byte least(int[] parts) {
            byte least = YES;
            for (int part : parts) {
                least = (byte) Math.min(least, answer(part));
                if (least == NO) {
                    return NO;
                }
            }
            return least;
        }

        private byte greatest(int[] parts) {
            byte greatest = NO;
            for (int part : parts) {
                greatest = (byte) Math.max(greatest, answer(part));
                if (greatest == YES) {
                    return YES;
                }
            }
            return greatest;
        }

        private byte leaf(int atom) {
            if (subjectOf[atom] < 0) {
                Atom.Question question = circuit.atoms().get(atom).question();
                return number(judge.ask(question.node(), question.wanted()));
            }
            Subject subject = subjects.get(subjectOf[atom]);
            byte[] found = subject.answers(judge);
            int[] atoms = subject.atoms();
            for (int i = 0; i < found.length; i++) {
                answers[leafOf[atoms[i]]] = found[i];
            }
            return answers[leafOf[atom]];
        }
    }
}
