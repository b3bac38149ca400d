package org.rongyi.city.portal.web;

import java.util.List;
import org.rongyi.city.ui.OutcomeWord;

/// What the answers just given changed.
///
/// @param recorded whether a value was recorded at all
public record HomeNews(String heading, boolean recorded, List<Change> changes) {
    public record Change(String title, String href, OutcomeWord from, OutcomeWord to) {}
}
