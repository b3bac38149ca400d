/// The invented appeals of a demo.
@NullMarked
package org.rongyi.city.appeals.demo;

import org.jspecify.annotations.NullMarked;
