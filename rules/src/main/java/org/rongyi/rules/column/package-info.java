/// Matches many rules against many rows, and one row against many rules. A [Table] holds elements as columns of
/// codes; a [RuleSet] holds rules as gates over shared atoms.
///
/// A match goes in five steps: `Circuit` (gates and atoms of the rules, equal ones once) → `Binding` (what an
/// atom means in the codes of a table) → `Survey` and `Program` (in which order gates are asked; rules that
/// begin alike share it) → `BlockMatcher` (planes of one block, each when it is first needed) → `Run` and
/// `Gathering` (counts, and rows squeezed together; a bitmap is made when somebody asks). The loops stand in
/// a `Kernel`: explicit vectors where the JVM has them, plain Java elsewhere, the same results.
///
/// **Rule it keeps:** for every rule and row the answer is the one that [org.rongyi.rules.Rule#decide] gives,
/// whatever the kernel, the number of threads and the history of the table. What is not computed on columns is
/// decided row by row and named by [RuleSet#slow].
@NullMarked
package org.rongyi.rules.column;

import org.jspecify.annotations.NullMarked;
