package org.rongyi.rules.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.Explanation;
import org.rongyi.rules.Row;
import org.rongyi.rules.Rule;
import org.rongyi.rules.ValueType;
import org.rongyi.rules.plan.Node;
import org.rongyi.rules.plan.Pool;
import org.rongyi.rules.row.SharedClauses;

/// Conditions prepared to be matched together. Safe for many threads. A thread that is interrupted while it
/// matches or counts stops with a [java.util.concurrent.CancellationException].
public final class RuleSet {

    /// A table so many times larger than the one that the rules were last put in order for gets an order of
    /// its own.
    private static final int MUCH_LARGER = 8;

    private final List<Rule> rules;
    private final Circuit circuit;
    private final Map<String, BitSet> readers = new HashMap<>();
    private @Nullable Binding binding;
    private @Nullable Program program;
    private int surveyedRows;
    private volatile @Nullable RowRules rowRules;
    private @Nullable SharedClauses clauses;

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Pool pool = new Pool();
        List<Node> conditions = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.type() != ValueType.BOOLEAN) {
                throw new IllegalArgumentException(
                        "rule (%s) gives a (%s) and is no condition".formatted(rule.text(), rule.type()));
            }
            conditions.add(pool.intern(rule.plan().node()));
        }
        this.circuit = Circuit.of(conditions);
        for (int rule = 0; rule < rules.size(); rule++) {
            for (String id : rules.get(rule).elements()) {
                readers.computeIfAbsent(id, key -> new BitSet()).set(rule);
            }
        }
    }

    /// Prepares conditions; equal sub-expressions are kept once among all of them.
    ///
    /// @throws IllegalArgumentException if a rule is no condition
    public static RuleSet of(List<Rule> rules) {
        return new RuleSet(rules);
    }

    /// How this machine matches, for reports: `vectors of 512 bits`, or `plain` without the vector module.
    public static String kernel() {
        return Kernel.best().name();
    }

    /// The rules in the order given.
    public List<Rule> rules() {
        return rules;
    }

    /// How many different atoms the rules share.
    public int atoms() {
        return circuit.atoms().size();
    }

    /// Matches on the calling thread. Results stand in the order of the rules.
    public List<Matched> match(Table table, LocalDate asOf) {
        return match(table, asOf, 1);
    }

    /// Matches on a number of threads; the result is the same for any number.
    ///
    /// @throws IllegalArgumentException if there is not at least one thread
    public List<Matched> match(Table table, LocalDate asOf, int threads) {
        return match(table, asOf, threads, Kernel.best());
    }

    /// Matches only some rows, on a number of threads: no other row is told as holding or unknown, and blocks without
    /// any of them are not looked at.
    ///
    /// @throws IllegalArgumentException if there is not at least one thread
    public List<Matched> match(Table table, LocalDate asOf, int threads, RoaringBitmap among) {
        return match(table, asOf, threads, Kernel.best(), among);
    }

    List<Matched> match(Table table, LocalDate asOf, int threads, Kernel kernel) {
        return match(table, asOf, threads, kernel, null);
    }

    List<Matched> match(Table table, LocalDate asOf, int threads, Kernel kernel, @Nullable RoaringBitmap among) {
        table.structureLock().lock();
        try {
            return matching(table, asOf, threads, kernel).match(among);
        } finally {
            table.structureLock().unlock();
        }
    }

    /// Counts what [#match] would match, which is quicker and takes no memory.
    ///
    /// @throws IllegalArgumentException if there is not at least one thread
    public Counts count(Table table, LocalDate asOf, int threads) {
        return count(table, asOf, threads, Kernel.best());
    }

    Counts count(Table table, LocalDate asOf, int threads, Kernel kernel) {
        table.structureLock().lock();
        try {
            return matching(table, asOf, threads, kernel).count();
        } finally {
            table.structureLock().unlock();
        }
    }

    /// Judges one row by all rules, each condition that rules share once.
    public Decisions decide(Row row, LocalDate asOf) {
        return rowRules(asOf).decide(row, null);
    }

    /// Judges one row by the rules that read any of these stored elements: after a change of them no other rule can
    /// come out differently.
    public Decisions decide(Row row, LocalDate asOf, Collection<String> elementIds) {
        return decide(row, asOf, reading(elementIds));
    }

    /// Judges one row by some of the rules, by their numbers.
    public Decisions decide(Row row, LocalDate asOf, BitSet some) {
        return rowRules(asOf).decide(row, some);
    }

    /// Explains some of the rules, by their numbers and in their order, over one row: each clause that they share once.
    public List<Explanation> explain(Row row, LocalDate asOf, BitSet some) {
        return clauses().explain(row, asOf, some);
    }

    private synchronized SharedClauses clauses() {
        SharedClauses known = clauses;
        if (known == null) {
            known = new SharedClauses(rules.stream().map(Rule::plan).toList());
            clauses = known;
        }
        return known;
    }

    /// The numbers of the rules that read any of these stored elements, directly or through derived ones.
    public BitSet reading(Collection<String> elementIds) {
        BitSet reading = new BitSet();
        for (String id : elementIds) {
            BitSet rulesOfElement = readers.get(id);
            if (rulesOfElement != null) {
                reading.or(rulesOfElement);
            }
        }
        return reading;
    }

    private RowRules rowRules(LocalDate asOf) {
        RowRules known = rowRules;
        if (known != null && known.serves(asOf)) {
            return known;
        }
        synchronized (this) {
            Program ordered = program;
            if (ordered == null) {
                ordered = Program.of(circuit, Survey.guesses(circuit));
            }
            known = new RowRules(circuit, ordered, asOf);
            rowRules = known;
            return known;
        }
    }

    private synchronized Matching matching(Table table, LocalDate asOf, int threads, Kernel kernel) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads (%d) must be at least 1".formatted(threads));
        }
        Binding bound = binding;
        if (bound == null || !bound.serves(table, asOf)) {
            bound = new Binding(circuit, table, asOf);
            binding = bound;
        }
        Program ordered = program;
        if (ordered == null || table.rows() / MUCH_LARGER > surveyedRows) {
            ordered = Program.of(circuit, Survey.scores(bound, kernel));
            program = ordered;
            surveyedRows = table.rows();
            rowRules = null;
        }
        return new Matching(bound, kernel, ordered, threads);
    }

    /// The rules with a part that is decided row by row, and why.
    public List<Slow> slow() {
        List<Slow> slow = new ArrayList<>();
        for (int rule = 0; rule < circuit.rules(); rule++) {
            TreeSet<Integer> used = new TreeSet<>();
            for (int gate : circuit.rule(rule)) {
                circuit.atomsOf(gate, used);
            }
            for (int atom : used) {
                if (circuit.atoms().get(atom).way() instanceof Atom.Way.PerRow(String reason)) {
                    slow.add(new Slow(rule, rules.get(rule).text(), reason));
                }
            }
        }
        return slow;
    }

    /// A rule with a part that is not computed on columns.
    ///
    /// @param rule   its number in [#rules]
    /// @param text   its text
    /// @param reason what goes row by row, over which elements
    public record Slow(int rule, String text, String reason) {}
}
