/// Decides and explains one row. This engine is the meaning of the language; `column` must agree with it.
///
/// **Rule it keeps:** three outcomes. A missing element never makes a condition true or false, except where
/// the text asks for it (`x = null`, `is defined(x)`).
@NullMarked
package org.rongyi.rules.row;

import org.jspecify.annotations.NullMarked;
