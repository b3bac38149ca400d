package org.rongyi.match;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;

/// One run over a file, block by block: read rows into columns, match all policies on them, write what came out.
final class MatchRun {
    private static final int BLOCK_ROWS = 1 << 16;
    private static final int PAIRS_AT_ONCE = 1 << 18;
    private static final byte NOT_ELIGIBLE = 0;
    private static final byte ELIGIBLE = 1;
    private static final byte UNDETERMINED = 2;

    private final Sources sources;
    private final LocalDate asOf;
    private final int threads;
    private final boolean all;
    private final MatchOutput output;
    private final Complaints complaints;
    private final Progress progress;
    private final List<InForce> inForce;
    private final int[] policyNumbers;
    private final RuleSet rules;
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
        for (int i = 0; i < policyNumbers.length; i++) {
            policyNumbers[i] = policies.indexOf(inForce.get(i).policy());
            judged[policyNumbers[i]] = true;
        }
        this.rules = RuleSet.of(
                inForce.stream().map(policy -> policy.version().rule()).toList());
        this.tally = new Tally(policies, judged);
    }

    /// Policies without a text that is law on the day.
    List<PolicyDefinition> outOfForce() {
        var judged = inForce.stream().map(InForce::policy).toList();
        return sources.library().policies().stream()
                .filter(policy -> !judged.contains(policy))
                .toList();
    }

    Tally tally() {
        return tally;
    }

    void over(EnterpriseFile file, Columns columns) throws IOException {
        var reader = new RowReader(columns);
        var seen = new Keys();
        var keys = new ArrayList<String>();
        var block = Table.builder(sources.definitions().dictionary(), BLOCK_ROWS);
        boolean wanted = true;
        for (var raw = file.next(); raw != null && wanted; raw = file.next()) {
            switch (reader.read(raw)) {
                case RowReader.Bad bad -> complaints.badRow(raw.number(), bad);
                case RowReader.Good(var key, var row) -> {
                    if (!seen.add(key)) {
                        complaints.repeatedKey(raw.number(), key);
                    }
                    keys.add(key);
                    block.append(row);
                }
            }
            if (keys.size() == BLOCK_ROWS) {
                wanted = match(block.build(), keys, file.fraction());
                keys.clear();
                block = Table.builder(sources.definitions().dictionary(), BLOCK_ROWS);
            }
        }
        if (wanted && !keys.isEmpty()) {
            match(block.build(), keys, 1);
        }
    }

    private boolean match(Table table, List<String> keys, double fraction) throws IOException {
        var matched = rules.match(table, asOf, threads);
        for (int i = 0; i < matched.size(); i++) {
            tally.add(
                    policyNumbers[i],
                    matched.get(i).holds().getLongCardinality(),
                    matched.get(i).unknown().getLongCardinality());
        }
        tally.addRows(keys.size());
        progress.show(fraction, tally.rows());
        return !output.wanted() || write(table, keys, matched);
    }

    /// Results go out enterprise by enterprise, while bitmaps stand policy by policy: a few rows at a time are turned
    /// into a byte a pair, so that 10,000 policies do not need 10,000 look-ups a row.
    private boolean write(Table table, List<String> keys, List<Matched> matched) throws IOException {
        int rowsAtOnce = Math.max(1, PAIRS_AT_ONCE / Math.max(1, matched.size()));
        int parts = (keys.size() + rowsAtOnce - 1) / rowsAtOnce;
        for (int from = 0; from < parts; from += threads) {
            var lines = IntStream.range(from, Math.min(parts, from + threads))
                    .parallel()
                    .mapToObj(part -> lines(
                            table, keys, matched, part * rowsAtOnce, Math.min(keys.size(), (part + 1) * rowsAtOnce)))
                    .toList();
            for (var part : lines) {
                part.forEach(output::write);
            }
            if (output.unwanted()) {
                return false;
            }
        }
        return true;
    }

    private List<MatchOutput.Line> lines(Table table, List<String> keys, List<Matched> matched, int start, int end) {
        int policies = matched.size();
        var outcomes = new byte[(end - start) * policies];
        for (int policy = 0; policy < policies; policy++) {
            mark(matched.get(policy), policy, ELIGIBLE, outcomes, start, end, policies);
            mark(matched.get(policy), policy, UNDETERMINED, outcomes, start, end, policies);
        }
        var lines = new ArrayList<MatchOutput.Line>();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] != NOT_ELIGIBLE || all) {
                int row = start + i / policies;
                lines.add(line(table, keys.get(row), row, inForce.get(i % policies), outcomes[i]));
            }
        }
        return lines;
    }

    private static void mark(
            Matched matched, int policy, byte outcome, byte[] outcomes, int start, int end, int policies) {
        var rows = (outcome == ELIGIBLE ? matched.holds() : matched.unknown()).getIntIterator();
        rows.advanceIfNeeded(start);
        while (rows.hasNext()) {
            int row = rows.next();
            if (row >= end) {
                return;
            }
            outcomes[(row - start) * policies + policy] = outcome;
        }
    }

    private MatchOutput.Line line(Table table, String key, int row, InForce policy, byte outcome) {
        var id = policy.policy().id();
        return switch (outcome) {
            case ELIGIBLE -> new MatchOutput.Line(key, id, "ELIGIBLE", "");
            case UNDETERMINED -> new MatchOutput.Line(key, id, "UNDETERMINED", missing(table, row, policy));
            default -> new MatchOutput.Line(key, id, "NOT_ELIGIBLE", "");
        };
    }

    private String missing(Table table, int row, InForce policy) {
        return switch (policy.version().rule().decide(table.row(row), asOf)) {
            case Outcome.Unknown(var missing) -> String.join(";", missing);
            case Outcome.Holds holds -> throw disagreement(row, policy, holds);
            case Outcome.Fails fails -> throw disagreement(row, policy, fails);
        };
    }

    private static IllegalStateException disagreement(int row, InForce policy, Outcome outcome) {
        return new IllegalStateException("row %d of the block, policy %s: UNDETERMINED on columns, %s on the row"
                .formatted(row, policy.policy().id(), outcome));
    }
}
