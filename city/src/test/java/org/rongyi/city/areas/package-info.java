@NullMarked
package org.rongyi.city.areas;

import org.jspecify.annotations.NullMarked;
