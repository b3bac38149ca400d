/// Synthetic data, and measurements of matching beside other engines: the same rules, the same data, the same machine,
/// the same run.
///
/// **Rule it keeps:** a figure is only shown with what it was measured on; where counts can be compared they are, and a
/// difference is reported as one.
@NullMarked
package org.rongyi.bench;

import org.jspecify.annotations.NullMarked;
