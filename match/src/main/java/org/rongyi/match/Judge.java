package org.rongyi.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.PolicyLibrary.InForce;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Row;
import org.rongyi.rules.column.Counts;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.rongyi.rules.column.Table;

/// Judges a block of rows: reads its cells into columns, matches all policies on them and, where lines are wanted,
/// writes them. Safe for many threads.
final class Judge {
    private static final byte ELIGIBLE = 1;
    private static final byte UNDETERMINED = 2;

    private final Dictionary dictionary;
    private final RowReader reader;
    private final List<InForce> policies;
    private final RuleSet rules;
    private final LocalDate asOf;
    private final boolean linesWanted;
    private final boolean all;

    /// @param linesWanted false: only counts are wanted
    /// @param all also lines of what an enterprise is not eligible for
    Judge(
            Dictionary dictionary,
            RowReader reader,
            List<InForce> policies,
            LocalDate asOf,
            boolean linesWanted,
            boolean all) {
        this.dictionary = dictionary;
        this.reader = reader;
        this.policies = policies;
        this.asOf = asOf;
        this.linesWanted = linesWanted;
        this.all = all;
        this.rules = RuleSet.of(
                policies.stream().map(policy -> policy.version().rule()).toList());
    }

    /// A row of a file as it was found.
    ///
    /// @param key null if the row is bad
    record Found(long number, @Nullable String key, RowReader.@Nullable Bad bad, List<RowReader.Unlisted> unlisted) {}

    /// @param rows what was found, in the order of the file
    /// @param counts by policy
    /// @param lines null where only counts are wanted
    /// @param fraction how much of the file was read with this block
    record Judged(List<Found> rows, Counts counts, MatchOutput.@Nullable Lines lines, double fraction) {}

    Judged judge(List<EnterpriseFile.RawRow> raw, double fraction) {
        var found = new ArrayList<Found>(raw.size());
        var keys = new ArrayList<String>(raw.size());
        var builder = Table.builder(dictionary);
        for (var row : raw) {
            switch (reader.read(row)) {
                case RowReader.Bad bad -> found.add(new Found(row.number(), null, bad, List.of()));
                case RowReader.Good(var key, var values, var unlisted) -> {
                    found.add(new Found(row.number(), key, null, unlisted));
                    keys.add(key);
                    builder.append(values);
                }
            }
        }
        var table = builder.build();
        var counts = rules.count(table, asOf, 1);
        var lines = linesWanted ? lines(table, keys, rules.match(table, asOf)) : null;
        return new Judged(found, counts, lines, fraction);
    }

    /// Results go out enterprise by enterprise, while bitmaps stand policy by policy: so they are turned into a byte
    /// a pair first.
    private MatchOutput.Lines lines(Table table, List<String> keys, List<Matched> matched) {
        int width = matched.size();
        var outcomes = new byte[keys.size() * width];
        for (int i = 0; i < width; i++) {
            int policy = i;
            matched.get(i).holds().forEach((int row) -> outcomes[row * width + policy] = ELIGIBLE);
            matched.get(i).unknown().forEach((int row) -> outcomes[row * width + policy] = UNDETERMINED);
        }
        var lines = new MatchOutput.Lines();
        for (int row = 0; row < keys.size(); row++) {
            // Reading a row back costs more than judging it.
            Row values = null;
            for (int i = 0; i < width; i++) {
                var policy = policies.get(i);
                var id = policy.policy().id();
                switch (outcomes[row * width + i]) {
                    case ELIGIBLE -> lines.add(keys.get(row), id, "ELIGIBLE", "");
                    case UNDETERMINED -> {
                        values = values == null ? table.row(row) : values;
                        lines.add(keys.get(row), id, "UNDETERMINED", missing(values, row, policy));
                    }
                    default -> {
                        if (all) {
                            lines.add(keys.get(row), id, "NOT_ELIGIBLE", "");
                        }
                    }
                }
            }
        }
        return lines;
    }

    private String missing(Row values, int row, InForce policy) {
        return switch (policy.version().rule().decide(values, asOf)) {
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
