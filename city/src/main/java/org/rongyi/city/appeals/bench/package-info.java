/// How fast appeals are: `bench appeals`.
@NullMarked
package org.rongyi.city.appeals.bench;

import org.jspecify.annotations.NullMarked;
