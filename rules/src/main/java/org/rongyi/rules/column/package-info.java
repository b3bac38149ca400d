/// Matches many rules against many rows. A [Table] holds elements as typed columns with validity bits; a
/// [RuleSet] holds rules as gates over shared atoms. Rows go in blocks: each atom is computed once per block into two
/// bit planes
/// (yes, known), and each rule combines planes, stopping when no row of the block can change any more.
///
/// **Rule it keeps:** for every rule and row the answer is the one that [org.rongyi.rules.Rule#decide] gives, whatever
/// the number
/// of threads. What is not computed on columns is decided row by row and named by [RuleSet#slow].
@NullMarked
package org.rongyi.rules.column;

import org.jspecify.annotations.NullMarked;
