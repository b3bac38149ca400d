package org.rongyi.city.policies.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.CityReach;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;

/// A policy on the editor's desk.
///
/// @param file name of its file; null when what counts was published on a page
/// @param today the text that is law today; null when there is none
/// @param slow why parts of today's text are judged row by row
public record EditorEntry(
        PolicyDefinition policy,
        @Nullable String file,
        @Nullable PolicyVersion today,
        List<Words> verify,
        List<String> slow,
        CityReach.@Nullable Shown reach) {}
