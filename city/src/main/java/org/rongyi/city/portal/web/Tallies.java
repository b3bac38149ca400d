package org.rongyi.city.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Census.Count;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.portal.web.Tally.Head;
import org.rongyi.city.portal.web.Tally.Row;
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
                counts.stream()
                        .map(count -> {
                            boolean known = district(count.group()).isPresent();
                            return row(count, name(count.group()), known ? "/leader/districts/" + count.group() : "");
                        })
                        .toList());
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
        return coded(new Words("做哪一行", "By industry"), SECTION, "industry", counts);
    }

    Tally sections(Words caption, Map<String, Long> counts) {
        List<Count> list = counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
        return coded(caption, SECTION, "industry", list);
    }

    Tally types(List<Count> counts) {
        return coded(new Words("是哪种主体", "By type of entity"), new Words("主体类型", "Type"), "entityType", counts);
    }

    /// @param shown so many years one by one, everything before them in one row; 0: all years
    Tally years(List<Count> counts, LocalDate today, int shown) {
        int first = shown == 0 ? Integer.MIN_VALUE : today.getYear() - shown + 1;
        List<Row> rows = new ArrayList<>();
        long earlier = 0;
        List<Count> newestFirst = counts.stream()
                .sorted(Comparator.comparingInt((Count count) -> yearOf(count)).reversed())
                .toList();
        for (Count count : newestFirst) {
            if (count.group() == null) {
                continue;
            }
            if (yearOf(count) >= first) {
                rows.add(row(count, new Words(count.group() + " 年", count.group()), ""));
            } else {
                earlier += count.firms();
            }
        }
        if (earlier > 0) {
            rows.add(new Row("", new Words(first - 1 + " 年和更早", first - 1 + " and before"), "", List.of(earlier)));
        }
        counts.stream().filter(count -> count.group() == null).forEach(count -> rows.add(row(count, NOT_STATED, "")));
        return new Tally(new Words("哪年成立", "By year of establishment"), new Words("年", "Year"), FIRMS, rows);
    }

    private static int yearOf(Count count) {
        return count.group() == null ? Integer.MIN_VALUE : Integer.parseInt(count.group());
    }

    /// The policy that reaches most first.
    Tally reach(List<CityReach.Reach> reaches) {
        List<Row> rows = reaches.stream()
                .sorted(Comparator.comparingLong(CityReach.Reach::eligible)
                        .reversed()
                        .thenComparing(CityReach.Reach::policyId))
                .map(reach -> new Row(
                        reach.policyId(),
                        policies.find(reach.policyId())
                                .map(policy -> policy.title())
                                .orElse(Words.same(reach.policyId())),
                        "/policies/" + reach.policyId(),
                        List.of(reach.eligible(), reach.undetermined(), reach.notEligible())))
                .toList();
        return new Tally(
                new Words("每项政策对上多少户", "How many entities each policy reaches"),
                new Words("政策", "Policy"),
                OUTCOMES,
                rows);
    }

    private Tally coded(Words caption, Words rowHead, String classification, List<Count> counts) {
        Classification names = elements.classification(classification).orElse(null);
        return new Tally(
                caption,
                rowHead,
                FIRMS,
                counts.stream()
                        .map(count -> row(count, name(names, count.group()), ""))
                        .toList());
    }

    private static Words name(@Nullable Classification names, @Nullable String code) {
        if (code == null) {
            return NOT_STATED;
        }
        return names == null
                ? Words.same(code)
                : names.find(code).map(Classification.Entry::name).orElse(Words.same(code));
    }

    private static Row row(Count count, Words name, String href) {
        return new Row(count.group() == null ? "" : count.group(), name, href, List.of(count.firms()));
    }
}
