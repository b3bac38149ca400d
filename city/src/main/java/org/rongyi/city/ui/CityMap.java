package org.rongyi.city.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The city's parts drawn by their outlines, each shaded by its count. The table beside it has every number: the
/// drawing
/// only shows where.
///
/// @param inset the parts that are too small to be seen on the whole, drawn larger; null when there are none
public record CityMap(Drawing whole, @Nullable Drawing inset, List<Shade> legend) {
    /// @param width and height of the view box
    public record Drawing(int width, int height, List<Shape> shapes) {}

    /// @param path the outline, as an SVG path
    /// @param style class of the shade: `m0` (fewest) to `m4`
    /// @param label shown on the district; empty where there is no room
    /// @param says name and count, for who points at it
    public record Shape(String path, String style, String label, String count, int x, int y, String says) {
        /// Whether writing on the shade must be light.
        public boolean dark() {
            return style.compareTo("m3") >= 0;
        }
    }

    public record Shade(String style, String says) {}
}
