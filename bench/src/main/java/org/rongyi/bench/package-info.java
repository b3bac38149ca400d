/// Measurements, and the data for them. No other program contains this module.
@NullMarked
package org.rongyi.bench;

import org.jspecify.annotations.NullMarked;
