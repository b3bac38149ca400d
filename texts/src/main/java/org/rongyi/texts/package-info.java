/// What short texts are about, worked out in this process and sent nowhere: the category that a person would
/// choose, how sure that is, which texts say nearly the same, and which topics come up more often than usual.
/// A suggestion is never a decision: below the learnt threshold it says that a person decides.
@NullMarked
package org.rongyi.texts;

import org.jspecify.annotations.NullMarked;
