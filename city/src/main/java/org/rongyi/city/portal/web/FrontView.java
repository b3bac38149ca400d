package org.rongyi.city.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.ui.Link;

/// What the front page shows, in the language of the page.
///
/// @param stages what a firm does at each part of its life
/// @param first the question with which a visitor begins to check a firm; null when no policy asks anything
public record FrontView(
        List<Link> subjects,
        List<Stage> stages,
        List<PolicyLine> policies,
        List<Figure> figures,
        @Nullable ElementInput first) {
    public record Stage(String name, List<Link> journeys) {}

    /// @param when until or since when
    public record PolicyLine(String title, String href, String when) {}

    /// @param figure null while it is being counted
    public record Figure(String name, @Nullable String figure, String unit, String note) {}
}
