package org.rongyi.city.utilities.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityMap;

/// Places and crews of a department, in the language of the page.
///
/// @param surveys it has crews
/// @param map null when the city has no outlines of its districts
public record SiteMapView(
        boolean surveys, List<Place> places, @Nullable CityMap map) {
    /// @param crews that come there; empty: none does
    /// @param open something is open there
    public record Place(String name, String applications, String ahead, String crews, boolean open) {}
}
