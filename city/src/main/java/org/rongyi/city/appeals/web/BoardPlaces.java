package org.rongyi.city.appeals.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealBoard;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.ui.CityMaps;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.AreaCode;
import org.springframework.stereotype.Component;

/// Where appeals come from, on the map and in the table beside it. A district with fewer than ten is not told, nor is
/// the next smallest where the sum would tell the only one that is left out.
@Component
class BoardPlaces {
    private final Areas areas;
    private final CityMaps maps;

    BoardPlaces(Areas areas, CityMaps maps) {
        this.areas = areas;
        this.maps = maps;
    }

    /// @param counts by district
    BoardWhere where(Page page, Map<String, Integer> counts) {
        Map<String, @Nullable Long> shown = shown(counts);
        List<BoardWhere.District> rows = areas.districts().stream()
                .map(district -> new BoardWhere.District(
                        name(page, district),
                        page.count(
                                shown.containsKey(district.code().value())
                                        ? shown.get(district.code().value())
                                        : Long.valueOf(0))))
                .toList();
        boolean told = shown.values().stream().anyMatch(count -> count != null && count > 0);
        return new BoardWhere(
                told ? rows : List.of(),
                told ? maps.draw(page, shown, code -> name(page, code), page.count(null)) : null);
    }

    /// Null in the place of a count that is not told.
    static Map<String, @Nullable Long> shown(Map<String, Integer> counts) {
        Map<String, @Nullable Long> shown = new HashMap<>();
        List<String> told = new ArrayList<>();
        counts.forEach((code, count) -> {
            boolean few = count > 0 && count < AppealBoard.FEWEST;
            shown.put(code, few ? null : Long.valueOf(count));
            if (!few && count > 0) {
                told.add(code);
            }
        });
        if (shown.values().stream().filter(Objects::isNull).count() == 1) {
            told.stream()
                    .min(Comparator.comparingInt(code -> counts.getOrDefault(code, 0)))
                    .ifPresent(code -> shown.put(code, null));
        }
        return shown;
    }

    String name(Page page, String code) {
        return code.isEmpty()
                ? page.say("全市", "the whole city")
                : areas.find(new AreaCode(code)).map(area -> name(page, area)).orElse(code);
    }

    /// The district in which a place lies, which says less than the street.
    String district(Page page, String code) {
        return code.isEmpty()
                ? name(page, code)
                : areas.districtOf(new AreaCode(code))
                        .map(area -> name(page, area))
                        .orElse(code);
    }

    private static String name(Page page, Area area) {
        return page.say(area.name(), area.englishName());
    }
}
