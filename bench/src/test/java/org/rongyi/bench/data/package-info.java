@NullMarked
package org.rongyi.bench.data;

import org.jspecify.annotations.NullMarked;
