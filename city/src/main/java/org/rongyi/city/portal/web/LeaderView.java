package org.rongyi.city.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Bars;
import org.rongyi.city.ui.CityMap;

/// What a leader sees of the city, in the language of the page.
///
/// @param figures what stands at the top
/// @param map null when the city has no outlines of its districts
/// @param reach null while the entities are being matched
/// @param reachNote when the matching was done, or how far it is
public record LeaderView(
        List<FrontView.Figure> figures,
        @Nullable CityMap map,
        Table districts,
        Table sections,
        Table types,
        Table years,
        @Nullable Table reach,
        String reachNote) {
    /// A chart and where its numbers can be had as a file.
    public record Table(Bars bars, String csvHref) {}
}
