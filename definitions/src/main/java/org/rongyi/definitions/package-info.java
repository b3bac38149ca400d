/// The files in which a city is written down: elements, classifications, policies, kinds of cases, service items,
/// journeys, the calendar. Every fault of every file is found in one run, with file, line and column; nothing that
/// a file contains makes the reader throw. Files without a schema are read through [YamlField].
@NullMarked
package org.rongyi.definitions;

import org.jspecify.annotations.NullMarked;
