@NullMarked
package org.rongyi.city.enterprises;

import org.jspecify.annotations.NullMarked;
