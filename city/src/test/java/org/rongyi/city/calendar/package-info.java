@NullMarked
package org.rongyi.city.calendar;

import org.jspecify.annotations.NullMarked;
