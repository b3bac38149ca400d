package org.rongyi.match;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;

/// One run over a file: rows are read one after another, judged in blocks on several threads, and what came out is
/// written in the order of the file. Memory does not grow with the file, but for eight to sixteen bytes a row to know
/// the keys again.
final class MatchRun {
    /// So that the cells of a block, as texts, take some 30 MB however wide the file is.
    private static final int CELLS_AT_ONCE = 1 << 19;
    private static final int MOST_ROWS_AT_ONCE = 1 << 14;
    private static final int LEAST_ROWS_AT_ONCE = 1 << 8;
    /// So that the lines of a block stay below 100 MB, even if all are wanted.
    private static final int PAIRS_AT_ONCE = 1 << 21;

    private final Sources sources;
    private final LocalDate asOf;
    private final int threads;
    private final boolean all;
    private final MatchOutput output;
    private final Complaints complaints;
    private final Progress progress;
    private final UnlistedCodes unlisted = new UnlistedCodes();
    private final Keys keys = new Keys();
    private final List<InForce> inForce;
    private final int[] policyNumbers;
    private final Tally tally;

    MatchRun(
            Sources sources,
            LocalDate asOf,
            int threads,
            boolean all,
            MatchOutput output,
            Complaints complaints,
            Progress progress) {
        this.sources = sources;
        this.asOf = asOf;
        this.threads = threads;
        this.all = all;
        this.output = output;
        this.complaints = complaints;
        this.progress = progress;
        var policies = sources.library().policies();
        this.inForce = sources.library().inForce(asOf, LocalDate.MAX);
        this.policyNumbers = new int[inForce.size()];
        var judged = new boolean[policies.size()];
        for (int policy = 0, i = 0; i < policyNumbers.length; policy++) {
            // Both lists are in the order of the files.
            if (policies.get(policy).equals(inForce.get(i).policy())) {
                policyNumbers[i++] = policy;
                judged[policy] = true;
            }
        }
        this.tally = new Tally(policies, judged);
    }

    /// Policies without a text that is law on the day.
    List<PolicyDefinition> outOfForce() {
        var judged = new HashSet<String>();
        inForce.forEach(policy -> judged.add(policy.policy().id()));
        return sources.library().policies().stream()
                .filter(policy -> !judged.contains(policy.id()))
                .toList();
    }

    int policiesInForce() {
        return inForce.size();
    }

    Tally tally() {
        return tally;
    }

    /// @param file whose columns are chosen
    /// @return false: the reader of the results went away before the end
    boolean over(EnterpriseFile file, Columns columns) throws IOException {
        var definitions = sources.definitions();
        var reader = new RowReader(columns, definitions);
        var judge = new Judge(definitions.dictionary(), reader, inForce, asOf, output.wanted(), all);
        int rowsAtOnce = rowsAtOnce(columns.headers().size());
        try (var blocks = new InOrder<Judge.Judged>(threads, this::take)) {
            boolean wanted = true;
            var raw = next(file, rowsAtOnce);
            while (wanted && raw != null) {
                var block = raw;
                double fraction = file.fraction();
                wanted = blocks.give(() -> judge.judge(block, fraction));
                raw = next(file, rowsAtOnce);
            }
            return wanted && blocks.finish();
        }
    }

    private int rowsAtOnce(int columns) {
        int byCells = CELLS_AT_ONCE / Math.max(1, columns);
        int byPairs = output.wanted() ? PAIRS_AT_ONCE / Math.max(1, inForce.size()) : MOST_ROWS_AT_ONCE;
        return Math.clamp(Math.min(byCells, byPairs), LEAST_ROWS_AT_ONCE, MOST_ROWS_AT_ONCE);
    }

    /// The next rows of a file, or null at its end.
    private static @Nullable List<EnterpriseFile.RawRow> next(EnterpriseFile file, int most) throws IOException {
        var rows = new ArrayList<EnterpriseFile.RawRow>();
        for (var row = file.next(); row != null; row = file.next()) {
            rows.add(row);
            if (rows.size() == most) {
                return rows;
            }
        }
        return rows.isEmpty() ? null : rows;
    }

    private boolean take(Judge.Judged judged) throws IOException {
        for (var row : judged.rows()) {
            if (row.bad() != null) {
                complaints.badRow(row.number(), row.bad());
            } else if (row.key() != null && !keys.add(row.key())) {
                complaints.repeatedKey(row.number(), row.key());
            }
            row.unlisted().forEach(unlisted::add);
        }
        for (int i = 0; i < policyNumbers.length; i++) {
            tally.add(
                    policyNumbers[i], judged.counts().holds(i), judged.counts().unknown(i));
        }
        tally.addRows(judged.counts().rows());
        progress.show(judged.fraction(), tally.rows());
        return judged.lines() == null || output.write(judged.lines());
    }

    /// What is worth knowing about the values of the file.
    void tellUnlistedCodes(Path file, Columns columns, PrintStream err) {
        unlisted.tell(file, columns, sources.definitions(), err);
    }
}
