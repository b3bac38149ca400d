package org.rongyi.city.utilities.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityMap;

/// How connecting goes in the city, in the language of the page.
///
/// @param map null when the city has no outlines of its districts
public record LeaderUtilityView(
        String since,
        List<Figure> figures,
        List<Line> lines,
        List<Place> places,
        @Nullable CityMap map) {
    public record Figure(String name, String figure, String note) {}

    /// @param toPlan how long it took, in the middle; a dash where nothing is there to count
    public record Line(
            String name,
            String requests,
            String supplied,
            String refused,
            String toPlan,
            String permits,
            String toSupply) {}

    public record Place(String name, String applications, String ahead) {}
}
