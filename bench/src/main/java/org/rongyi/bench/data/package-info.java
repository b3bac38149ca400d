/// Synthetic enterprises and policies of any number, the same for the same seed. Nothing in them is a real firm or a
/// real policy, and everything says so.
@NullMarked
package org.rongyi.bench.data;

import org.jspecify.annotations.NullMarked;
