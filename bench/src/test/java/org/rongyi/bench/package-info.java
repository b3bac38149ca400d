/// Proofs that the measurements compare like with like.
@NullMarked
package org.rongyi.bench;

import org.jspecify.annotations.NullMarked;
