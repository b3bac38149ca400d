package org.rongyi.city.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.Matched;
import org.rongyi.rules.column.RuleSet;
import org.springframework.stereotype.Component;

/// The groups in which figures of the city are told: districts, lines of business, sizes, ages. Which firms
/// belong to them is kept for a while.
@Component
class CityGroups {
    private static final long KEPT_NANOS = 60_000_000_000L;

    private final Areas areas;
    private final Elements elements;
    private volatile @Nullable Kept kept;

    CityGroups(Areas areas, Elements elements) {
        this.areas = areas;
        this.elements = elements;
    }

    /// @param firms the rows of the group's firms
    record Group(String code, Words name, RoaringBitmap firms) {}

    record Cut(Words name, List<Group> groups) {}

    private record Kept(Filled columns, long version, LocalDate day, long since, List<Cut> cuts) {
        boolean serves(Filled other, LocalDate date) {
            boolean fresh = version == other.version() || System.nanoTime() - since < KEPT_NANOS;
            return columns == other && day.equals(date) && fresh;
        }
    }

    private record Named(String code, Words name, String condition) {}

    /// The districts first, then lines of business, sizes and ages.
    List<Cut> of(Filled columns, LocalDate day) {
        Kept known = kept;
        if (known == null || !known.serves(columns, day)) {
            long version = columns.version();
            known = new Kept(columns, version, day, System.nanoTime(), cuts(columns, day));
            kept = known;
        }
        return known.cuts();
    }

    private List<Cut> cuts(Filled columns, LocalDate day) {
        return List.of(
                cut(new Words("区（市）县", "Districts"), districts(), columns, day),
                cut(new Words("行业", "Lines of business"), sections(), columns, day),
                cut(new Words("规模", "Sizes"), sizes(), columns, day),
                cut(new Words("成立多久", "Ages"), ages(), columns, day));
    }

    private Cut cut(Words name, List<Named> named, Filled columns, LocalDate day) {
        RuleSet rules =
                RuleSet.of(named.stream().map(each -> rule(each.condition)).toList());
        List<Matched> matched = rules.match(columns.table(), day, CityColumns.threads());
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            groups.add(new Group(
                    named.get(i).code, named.get(i).name, matched.get(i).holds()));
        }
        return new Cut(name, groups);
    }

    private Rule rule(String condition) {
        return switch (elements.compiler().condition(condition)) {
            case Compilation.Compiled(var rule) -> rule;
            case Compilation.Rejected(var faults) ->
                throw new IllegalStateException("(" + condition + ") does not compile: " + faults);
        };
    }

    private List<Named> districts() {
        return areas.districts().stream()
                .map(area -> new Named(
                        area.code().value(),
                        new Words(area.name(), area.englishName()),
                        "starts with(operatingAreaCode, \"" + area.code().value() + "\")"))
                .toList();
    }

    private List<Named> sections() {
        return codes("industry", null).stream()
                .map(entry ->
                        new Named(entry.code(), entry.name(), "starts with(industryCode, \"" + entry.code() + "\")"))
                .toList();
    }

    private List<Named> sizes() {
        return codes("sizeClass", null).stream()
                .map(entry -> new Named(entry.code(), entry.name(), "sizeClass = \"" + entry.code() + "\""))
                .toList();
    }

    private List<Classification.Entry> codes(String classification, @Nullable String parent) {
        return elements.classification(classification)
                .map(codes -> codes.children(parent))
                .orElse(List.of());
    }

    private static List<Named> ages() {
        return List.of(
                age("0", "不到 1 年", "under 1 year", 0, 1),
                age("1", "1 到 3 年", "1 to 3 years", 1, 3),
                age("3", "3 到 5 年", "3 to 5 years", 3, 5),
                age("5", "5 到 10 年", "5 to 10 years", 5, 10),
                age("10", "10 年以上", "10 years or more", 10, 1_000));
    }

    private static Named age(String code, String zh, String en, int from, int to) {
        String condition = "establishedOn <= asOf - duration(\"P%dY\") and establishedOn > asOf - duration(\"P%dY\")"
                .formatted(from, to);
        return new Named(code, new Words(zh, en), condition);
    }
}
