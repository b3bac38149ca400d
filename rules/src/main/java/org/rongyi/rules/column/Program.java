package org.rongyi.rules.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.rules.Element;

/// The rules of a circuit as one flat program. Of each rule the gates come first that are likely to leave no
/// row of a block; rules that begin alike share their beginning, and when nothing is left of it all of them
/// are passed over at once.
///
/// A step is `depth, gate, pc of what follows when no row is left`. A rule is `~depth, rule, end of its
/// gates, end of its sure gates, end of its slow gates`, then those three lists.
final class Program {

    static final int STEP = 3;
    static final int RULE = 5;

    private final Circuit circuit;
    private final int[] rank;
    private final int[][] rules;
    private int[] code = new int[1 << 12];
    private int length;
    private int depth;

    private Program(Circuit circuit, int[] rank) {
        this.circuit = circuit;
        this.rank = rank;
        this.rules = new int[circuit.rules()][];
    }

    /// @param scores of each gate, the lower the earlier
    static Program of(Circuit circuit, double[] scores) {
        Integer[] order = new Integer[circuit.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(gate -> scores[gate])
                        .thenComparing(
                                Comparator.<Integer>comparingInt(circuit::users).reversed())
                        .thenComparing(gate -> gate));
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        Program program = new Program(circuit, rank);
        program.write();
        return program;
    }

    int[] code() {
        return code;
    }

    /// The deepest step.
    int depth() {
        return depth;
    }

    private void write() {
        Integer[] order = new Integer[rules.length];
        for (int rule = 0; rule < rules.length; rule++) {
            order[rule] = rule;
            rules[rule] = Arrays.stream(circuit.rule(rule))
                    .filter(gate -> !circuit.slow(gate))
                    .boxed()
                    .sorted(Comparator.comparingInt(gate -> rank[gate]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        Arrays.sort(order, (a, b) -> Arrays.compare(ranks(rules[a]), ranks(rules[b])));
        write(order, 0, order.length, 0);
        code = Arrays.copyOf(code, length);
    }

    private int[] ranks(int[] gates) {
        int[] ranks = new int[gates.length];
        for (int i = 0; i < gates.length; i++) {
            ranks[i] = rank[gates[i]];
        }
        return ranks;
    }

    /// Writes rules that are alike up to a depth. Those that go on alike share a step.
    private void write(Integer[] order, int from, int to, int at) {
        int i = from;
        while (i < to) {
            int[] gates = rules[order[i]];
            int end = i + 1;
            while (at < gates.length
                    && end < to
                    && rules[order[end]].length > at
                    && rules[order[end]][at] == gates[at]) {
                end++;
            }
            if (end == i + 1) {
                rule(order[i], at);
            } else {
                int step = length;
                add(at);
                add(gates[at]);
                add(0);
                depth = Math.max(depth, at + 1);
                write(order, i, end, at + 1);
                code[step + 2] = length;
            }
            i = end;
        }
    }

    private void rule(int rule, int at) {
        int[] gates = rules[rule];
        List<Integer> sure = sureGates(rule);
        List<Integer> slow = new ArrayList<>();
        for (int gate : circuit.rule(rule)) {
            if (circuit.slow(gate)) {
                slow.add(gate);
            }
        }
        int endOfGates = length + RULE + gates.length - at;
        add(~at);
        add(rule);
        add(endOfGates);
        add(endOfGates + sure.size());
        add(endOfGates + sure.size() + slow.size());
        for (int i = at; i < gates.length; i++) {
            add(gates[i]);
        }
        sure.forEach(this::add);
        slow.forEach(this::add);
    }

    /// Of the gates that are sure where one column has values only the first.
    private List<Integer> sureGates(int rule) {
        Map<Object, Integer> bySource = new HashMap<>();
        for (int gate : rules[rule]) {
            Element column = circuit.gate(gate) instanceof Gate.Leaf(int atom)
                    ? circuit.atoms().get(atom).sureWhereKnown()
                    : null;
            bySource.putIfAbsent(column == null ? gate : column.id(), gate);
        }
        return bySource.values().stream().sorted().toList();
    }

    private void add(int number) {
        if (length == code.length) {
            code = Arrays.copyOf(code, 2 * length);
        }
        code[length++] = number;
    }
}
