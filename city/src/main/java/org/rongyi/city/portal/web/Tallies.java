package org.rongyi.city.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Census.Count;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.portal.web.Tally.Head;
import org.rongyi.city.portal.web.Tally.Row;
import org.rongyi.city.ui.SmallCounts;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Gives the codes of a count their names.
@Component
class Tallies {
    private static final List<Head> FIRMS = List.of(new Head(new Words("户", "Entities"), "b-plain"));
    private static final List<Head> OUTCOMES = List.of(
            new Head(new Words("符合", "Met"), "b-yes"),
            new Head(new Words("待补充", "Need to know"), "b-ask"),
            new Head(new Words("不符合", "Not met"), "b-no"));
    private static final String INDUSTRY = "industry";
    private static final String EARLIER = "earlier";
    private static final int YEARS_SHOWN = 12;
    private static final Words NOT_STATED = new Words("没有写明", "Not stated");
    private static final Words SECTION = new Words("行业门类", "Industry");

    private final Areas areas;
    private final Elements elements;
    private final Policies policies;

    Tallies(Areas areas, Elements elements, Policies policies) {
        this.areas = areas;
        this.elements = elements;
        this.policies = policies;
    }

    Tally districts(List<Count> counts) {
        return new Tally(
                new Words("在哪个区（市）县", "By district"),
                new Words("区（市）县", "District"),
                FIRMS,
                rows(
                        counts,
                        count -> name(count.group()),
                        count -> district(count.group()).isPresent() ? "/leader/districts/" + count.group() : ""));
    }

    Words name(@Nullable String districtCode) {
        return district(districtCode)
                .map(area -> new Words(area.name(), area.englishName()))
                .orElse(districtCode == null ? NOT_STATED : Words.same(districtCode));
    }

    Optional<Area> district(@Nullable String code) {
        return code != null && AreaCode.isValid(code)
                ? areas.find(new AreaCode(code)).filter(area -> area.level() == Area.Level.DISTRICT)
                : Optional.empty();
    }

    Tally sections(List<Count> counts) {
        return coded(new Words("做哪一行", "By industry"), SECTION, INDUSTRY, counts);
    }

    /// One district by section. What is hidden is decided over all districts at once: else the other districts and the
    /// whole city would give away what one of them hides.
    Tally sections(String district, SortedMap<String, List<Count>> ofAll) {
        SortedSet<String> letters = new TreeSet<>();
        ofAll.values().forEach(counts -> counts.forEach(count -> letters.add(String.valueOf(count.group()))));
        List<List<Long>> table = ofAll.values().stream()
                .map(counts ->
                        letters.stream().map(letter -> firms(counts, letter)).toList())
                .toList();
        int place = List.copyOf(ofAll.keySet()).indexOf(district);
        List<@Nullable Long> shown =
                place < 0 ? List.of() : SmallCounts.hide(table, true).get(place);
        Classification names = elements.classification(INDUSTRY).orElse(null);
        List<Row> rows = new ArrayList<>();
        List<String> order = List.copyOf(letters);
        for (int i = 0; i < shown.size(); i++) {
            Long count = shown.get(i);
            if (count == null || count > 0) {
                rows.add(new Row(order.get(i), name(names, order.get(i)), "", Collections.singletonList(count)));
            }
        }
        rows.sort(Comparator.comparing(
                row -> -Objects.requireNonNullElse(row.counts().getFirst(), 0L)));
        Words name = name(district);
        return new Tally(new Words(name.zh() + "做哪一行", name.en() + " by industry"), SECTION, FIRMS, rows);
    }

    private static long firms(List<Count> counts, String group) {
        return counts.stream()
                .filter(count -> group.equals(count.group()))
                .mapToLong(Count::firms)
                .sum();
    }

    Tally types(List<Count> counts) {
        return coded(new Words("是哪种主体", "By type of entity"), new Words("主体类型", "Type"), "entityType", counts);
    }

    /// The last years one by one, everything before them in one row, whose year is not known in the last.
    Tally years(List<Count> counts, LocalDate today) {
        int first = today.getYear() - YEARS_SHOWN + 1;
        List<Count> newestFirst = counts.stream()
                .filter(count -> count.group() != null && yearOf(count) >= first)
                .sorted(Comparator.comparingInt((Count count) -> yearOf(count)).reversed())
                .toList();
        long earlier = counts.stream()
                .filter(count -> count.group() != null && yearOf(count) < first)
                .mapToLong(Count::firms)
                .sum();
        List<Count> all = new ArrayList<>(newestFirst);
        if (earlier > 0) {
            all.add(new Count(EARLIER, earlier));
        }
        counts.stream().filter(count -> count.group() == null).forEach(all::add);
        return new Tally(
                new Words("哪年成立", "By year of establishment"),
                new Words("年", "Year"),
                FIRMS,
                rows(all, count -> year(count.group(), first), _ -> ""));
    }

    private static Words year(@Nullable String group, int first) {
        if (group == null) {
            return NOT_STATED;
        }
        return group.equals(EARLIER)
                ? new Words(first - 1 + " 年和更早", first - 1 + " and before")
                : new Words(group + " 年", group);
    }

    private static int yearOf(Count count) {
        return count.group() == null ? Integer.MIN_VALUE : Integer.parseInt(count.group());
    }

    /// The policy that reaches most first; those whose reach is hidden come last.
    Tally reach(CityReach.Counted counted) {
        List<Row> rows = counted.shown().stream()
                .sorted(Comparator.comparing(
                                (CityReach.Shown reach) -> -Objects.requireNonNullElse(reach.eligible(), 0L))
                        .thenComparing(CityReach.Shown::policyId))
                .map(reach -> new Row(
                        reach.policyId(),
                        policies.find(reach.policyId())
                                .map(policy -> policy.title())
                                .orElse(Words.same(reach.policyId())),
                        "/policies/" + reach.policyId(),
                        Arrays.asList(reach.eligible(), reach.undetermined(), reach.notEligible())))
                .toList();
        return new Tally(
                new Words("每项政策对上多少户", "How many entities each policy reaches"),
                new Words("政策", "Policy"),
                OUTCOMES,
                rows);
    }

    private Tally coded(Words caption, Words rowHead, String classification, List<Count> counts) {
        Classification names = elements.classification(classification).orElse(null);
        return new Tally(caption, rowHead, FIRMS, rows(counts, count -> name(names, count.group()), _ -> ""));
    }

    private static Words name(@Nullable Classification names, @Nullable String code) {
        if (code == null) {
            return NOT_STATED;
        }
        return names == null
                ? Words.same(code)
                : names.find(code).map(Classification.Entry::name).orElse(Words.same(code));
    }

    private static List<Row> rows(List<Count> counts, Function<Count, Words> name, Function<Count, String> href) {
        List<@Nullable Long> shown =
                SmallCounts.hideIn(counts.stream().map(Count::firms).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            String code = count.group() == null || count.group().equals(EARLIER) ? "" : count.group();
            rows.add(new Row(code, name.apply(count), href.apply(count), Collections.singletonList(shown.get(i))));
        }
        return rows;
    }
}
