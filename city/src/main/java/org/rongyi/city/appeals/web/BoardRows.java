package org.rongyi.city.appeals.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.appeals.AppealBoard.Line;
import org.rongyi.city.appeals.AppealBoard.Slice;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SmallCounts;

/// The lines of the board as everybody may read them: no rate of fewer than ten, and no count that could point at a
/// firm, nor one from which such a count could be worked out, as the sum of all lines stands above them.
final class BoardRows {
    private static final int DIGITS = 3;
    /// Places of parts, each with the place of that of which it is one, in the order of [#counts].
    private static final SortedMap<Integer, Integer> PARTS =
            new TreeMap<>(Map.of(2, 1, 4, 3, 5, 3, 6, 0, 7, 0, 8, 0, 10, 9));

    private BoardRows() {}

    /// Empty where each has too few: then those together are the whole city, which has its own line.
    static List<BoardRow> of(Page page, AppealBoard.Table table, Function<Line, String> name) {
        if (table.lines().isEmpty()) {
            return List.of();
        }
        List<Line> lines = all(table);
        List<String> names = new ArrayList<>(table.lines().stream().map(name).toList());
        if (table.others() != null) {
            names.add(page.say(
                    "其他（各不足 " + AppealBoard.FEWEST + " 件）", "Others (fewer than " + AppealBoard.FEWEST + " each)"));
        }
        List<List<@Nullable Long>> shown = shown(lines);
        List<BoardRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(row(page, names.get(i), lines.get(i), shown.get(i)));
        }
        return rows;
    }

    private static List<Line> all(AppealBoard.Table table) {
        List<Line> lines = new ArrayList<>(table.lines());
        Line others = table.others();
        if (others != null) {
            lines.add(others);
        }
        return lines;
    }

    static BoardRow all(Page page, Line all) {
        return row(
                page, page.say("全市", "The whole city"), all, shown(List.of(all)).getFirst());
    }

    /// Null in the place of a count that is not told; in the order of [#counts].
    static List<List<@Nullable Long>> shown(List<Line> lines) {
        List<List<@Nullable Long>> hidden =
                SmallCounts.hide(lines.stream().map(BoardRows::withRests).toList(), false);
        return hidden.stream().map(BoardRows::withoutRests).toList();
    }

    /// Behind the counts what each leaves of that of which it is a part: 11 of 12 in time are one that was late.
    private static List<Long> withRests(Line line) {
        List<Long> counts = new ArrayList<>(counts(line));
        PARTS.forEach((part, of) -> counts.add(counts.get(of) - counts.get(part)));
        return counts;
    }

    /// What leaves a rest that is not told is not told either.
    private static List<@Nullable Long> withoutRests(List<@Nullable Long> all) {
        List<@Nullable Long> counts = new ArrayList<>(all.subList(0, all.size() - PARTS.size()));
        int rest = counts.size();
        for (int part : PARTS.keySet()) {
            if (all.get(rest) == null) {
                counts.set(part, null);
            }
            rest++;
        }
        return counts;
    }

    private static List<Long> counts(Line line) {
        return List.of(
                (long) line.received(),
                (long) line.answered(),
                (long) line.inTime(),
                (long) line.judged(),
                (long) line.solved(),
                (long) line.satisfied(),
                (long) line.reopened(),
                (long) line.disputed(),
                (long) line.extended(),
                (long) line.contacts(),
                (long) line.contactsInTime());
    }

    private static BoardRow row(Page page, String name, Line line, List<@Nullable Long> shown) {
        @Nullable Long received = shown.get(0);
        @Nullable Long answered = shown.get(1);
        @Nullable Long judged = shown.get(3);
        return new BoardRow(
                name,
                page.count(received),
                List.of(
                        rate(page, shown.get(10), shown.get(9), line.contacts()),
                        rate(page, shown.get(2), answered, line.answered()),
                        rate(page, shown.get(4), judged, line.judged()),
                        rate(page, shown.get(5), judged, line.judged()),
                        rate(page, shown.get(6), received, line.received()),
                        rate(page, shown.get(7), received, line.received()),
                        rate(page, shown.get(8), received, line.received())),
                line.name(),
                told(line, shown));
    }

    /// Of which slices of the whole city it is told how many they are.
    static Set<Slice> told(Line all) {
        return told(all, shown(List.of(all)).getFirst());
    }

    /// The same for one department or category; none where it has no line of its own.
    static Set<Slice> told(AppealBoard.Table table, String key) {
        List<List<@Nullable Long>> shown = shown(all(table));
        List<Line> lines = table.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).name().equals(key))
                .mapToObj(i -> told(lines.get(i), shown.get(i)))
                .findFirst()
                .orElse(Set.of());
    }

    private static Set<Slice> told(Line line, List<@Nullable Long> shown) {
        Set<Slice> told = EnumSet.noneOf(Slice.class);
        for (Slice slice : Slice.values()) {
            boolean tells = switch (slice) {
                case RECEIVED -> shown.get(0) != null;
                case CONTACT_LATE -> tells(shown.get(10), shown.get(9), line.contacts());
                case LATE -> tells(shown.get(2), shown.get(1), line.answered());
                case UNSOLVED -> tells(shown.get(4), shown.get(3), line.judged());
                case UNSATISFIED -> tells(shown.get(5), shown.get(3), line.judged());
                case REOPENED -> tells(shown.get(6), shown.get(0), line.received());
                case DISPUTED -> tells(shown.get(7), shown.get(0), line.received());
                case EXTENDED -> tells(shown.get(8), shown.get(0), line.received());
            };
            if (tells) {
                told.add(slice);
            }
        }
        return told;
    }

    private static boolean tells(@Nullable Long part, @Nullable Long of, int all) {
        return all >= AppealBoard.FEWEST && part != null && of != null;
    }

    private static BoardRow.Rate rate(Page page, @Nullable Long part, @Nullable Long of, int all) {
        if (all < AppealBoard.FEWEST) {
            return new BoardRow.Rate(
                    page.say("不足 " + AppealBoard.FEWEST + " 件", "fewer than " + AppealBoard.FEWEST), "");
        }
        if (part == null || of == null) {
            return new BoardRow.Rate(page.say(SmallCounts.HIDDEN), "");
        }
        BigDecimal share = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_UP);
        return new BoardRow.Rate(page.percent(share), page.number(part) + "/" + page.number(of));
    }
}
