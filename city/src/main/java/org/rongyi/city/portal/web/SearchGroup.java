package org.rongyi.city.portal.web;

import java.util.List;

/// Results of one kind, the best first.
///
/// @param total how many there are, of which the first are shown
/// @param moreHref where all of the kind are listed
public record SearchGroup(String id, String heading, int total, List<Line> lines, String more, String moreHref) {
    /// @param snippet what speaks for it besides its title; empty when the title says it all
    public record Line(List<Piece> title, String note, String href, List<Piece> snippet) {}
}
