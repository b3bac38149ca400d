package org.rongyi.city.appeals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityMap;

/// Where appeals come from, in the language of the page.
///
/// @param districts empty where each has too few
/// @param map null there, too, and where the city has no outlines
public record BoardWhere(List<District> districts, @Nullable CityMap map) {
    public record District(String name, String count) {}
}
