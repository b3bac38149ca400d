/// Matches many rules against many rows: typed columns with validity bits, atoms shared among rules, blocks of rows.
///
/// **Rule it keeps:** for every rule and row the answer is the one that [org.rongyi.rules.Rule#decide] gives.
@NullMarked
package org.rongyi.rules.column;

import org.jspecify.annotations.NullMarked;
