package org.rongyi.city.policies.web;

import org.rongyi.city.ui.OutcomeWord;

/// One policy as an officer reads it of a firm, in the language of the page.
///
/// @param why what fails or is missing, or what it brings
public record MatchLine(String id, String title, OutcomeWord word, String why) {}
