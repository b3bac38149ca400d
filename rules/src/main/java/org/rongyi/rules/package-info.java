/// The rule language of the house: FEEL in a documented profile (docs/RULES.md), three outcomes, always the reason.
///
/// This package is the door: a [Dictionary] of elements, a [RuleCompiler] that turns text into a [Rule] or into faults,
/// and what a rule answers about one row. Matching many rows stands in `org.rongyi.rules.column`.
///
/// **Rule it keeps:** a missing element never decides anything. What an answer hangs on is named, and nothing is
/// guessed.
///
/// Inside, one package a step: `syntax` (text → tree; the FEEL parser's classes stop there) → `plan` (typed,
/// folded, shared) → `row` (decide and explain one) and `column` (match many).
@NullMarked
package org.rongyi.rules;

import org.jspecify.annotations.NullMarked;
