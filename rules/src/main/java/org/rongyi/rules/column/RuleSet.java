package org.rongyi.rules.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.rules.Rule;
import org.rongyi.rules.ValueType;
import org.rongyi.rules.plan.Pool;

/// Conditions prepared to be matched together. Immutable and safe for many threads.
public final class RuleSet {

    /// Rows that one task matches: as many as a Roaring container holds.
    private static final int CHUNK = 1 << 16;

    private final List<Rule> rules;
    private final List<Gate> gates;
    private final List<Atom> atoms;

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Pool pool = new Pool();
        Gate.Builder builder = new Gate.Builder();
        List<Gate> built = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.type() != ValueType.BOOLEAN) {
                throw new IllegalArgumentException(
                        "rule (%s) gives a (%s) and is no condition".formatted(rule.text(), rule.type()));
            }
            built.add(builder.gate(pool.intern(rule.plan().node()), true));
        }
        this.gates = List.copyOf(built);
        this.atoms = builder.atoms();
    }

    /// Prepares conditions; equal sub-expressions are kept once among all of them.
    ///
    /// @throws IllegalArgumentException if a rule is no condition
    public static RuleSet of(List<Rule> rules) {
        return new RuleSet(rules);
    }

    /// The rules in the order given.
    public List<Rule> rules() {
        return rules;
    }

    /// How many different atoms the rules share.
    public int atoms() {
        return atoms.size();
    }

    /// Matches on the calling thread. Results stand in the order of the rules.
    public List<Matched> match(Table table, LocalDate asOf) {
        return match(table, asOf, 1);
    }

    /// Matches on a number of threads; the result is the same for any number.
    ///
    /// @throws IllegalArgumentException if there is not at least one thread
    public List<Matched> match(Table table, LocalDate asOf, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads (%d) must be at least 1".formatted(threads));
        }
        List<@Nullable Answers> answers = Answers.of(atoms, table, asOf);
        int chunks = (table.rows() + CHUNK - 1) / CHUNK;
        List<List<Matched>> parts = new ArrayList<>();
        if (threads == 1 || chunks <= 1) {
            BlockMatcher matcher = new BlockMatcher(table, asOf, atoms, answers);
            for (int chunk = 0; chunk < chunks; chunk++) {
                parts.add(matchChunk(matcher, table, chunk));
            }
        } else {
            parts.addAll(inParallel(table, asOf, answers, chunks, threads));
        }
        return joined(parts);
    }

    private List<List<Matched>> inParallel(
            Table table, LocalDate asOf, List<@Nullable Answers> answers, int chunks, int threads) {
        List<Future<List<Matched>>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, chunks))) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                int number = chunk;
                futures.add(executor.submit(
                        () -> matchChunk(new BlockMatcher(table, asOf, atoms, answers), table, number)));
            }
        }
        List<List<Matched>> parts = new ArrayList<>();
        for (Future<List<Matched>> future : futures) {
            try {
                parts.add(future.get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException("matching failed", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("matching was interrupted", interrupted);
            }
        }
        return parts;
    }

    private List<Matched> matchChunk(BlockMatcher matcher, Table table, int chunk) {
        int first = chunk * CHUNK;
        int end = Math.min(table.rows(), first + CHUNK);
        long[][] holds = new long[gates.size()][];
        long[][] unknown = new long[gates.size()][];
        for (int row = first; row < end; row += BlockMatcher.ROWS) {
            matcher.start(row);
            int word = (row - first) >>> 6;
            int rows = Math.min(BlockMatcher.ROWS, end - row);
            for (int rule = 0; rule < holds.length; rule++) {
                Planes planes = matcher.match(gates.get(rule));
                keep(holds, rule, word, planes.yes(), null, rows);
                keep(unknown, rule, word, planes.known(), planes.known(), rows);
            }
        }
        List<Matched> matched = new ArrayList<>();
        for (int rule = 0; rule < holds.length; rule++) {
            matched.add(new Matched(bitmap(holds[rule], first), bitmap(unknown[rule], first)));
        }
        return matched;
    }

    /// Copies a plane (or, with `inverted`, its complement) into the words of a rule, which are made only if a bit is
    /// set.
    private static void keep(long[][] kept, int rule, int word, long[] plane, long @Nullable [] inverted, int rows) {
        for (int w = 0; w < plane.length; w++) {
            int bits = Math.min(64, rows - (w << 6));
            long mask = bits == 64 ? -1L : (1L << bits) - 1;
            long value = (inverted == null ? plane[w] : ~plane[w]) & mask;
            if (value != 0) {
                if (kept[rule] == null) {
                    kept[rule] = new long[CHUNK >>> 6];
                }
                kept[rule][word + w] = value;
            }
        }
    }

    private static RoaringBitmap bitmap(long @Nullable [] words, int first) {
        return words == null ? new RoaringBitmap() : RoaringBitmap.addOffset(BitSetUtil.bitmapOf(words), first);
    }

    private List<Matched> joined(List<List<Matched>> parts) {
        List<Matched> joined = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            RoaringBitmap holds = new RoaringBitmap();
            RoaringBitmap unknown = new RoaringBitmap();
            for (List<Matched> part : parts) {
                holds.or(part.get(rule).holds());
                unknown.or(part.get(rule).unknown());
            }
            holds.runOptimize();
            unknown.runOptimize();
            joined.add(new Matched(holds, unknown));
        }
        return joined;
    }

    /// The rules with a part that is decided row by row, and why.
    public List<Slow> slow() {
        List<Slow> slow = new ArrayList<>();
        for (int rule = 0; rule < gates.size(); rule++) {
            TreeSet<Integer> used = new TreeSet<>();
            Gate.atoms(gates.get(rule), used);
            for (int atom : used) {
                if (atoms.get(atom).way() instanceof Atom.Way.PerRow(String reason)) {
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
