/// Proofs of matching on columns.
@NullMarked
package org.rongyi.rules.column;

import org.jspecify.annotations.NullMarked;
