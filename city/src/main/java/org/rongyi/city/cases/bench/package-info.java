/// How fast the kernel is, at the terminal: `bench cases`.
@NullMarked
package org.rongyi.city.cases.bench;

import org.jspecify.annotations.NullMarked;
