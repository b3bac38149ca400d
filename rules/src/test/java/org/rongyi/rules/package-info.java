/// Proofs of the rule language.
@NullMarked
package org.rongyi.rules;

import org.jspecify.annotations.NullMarked;
