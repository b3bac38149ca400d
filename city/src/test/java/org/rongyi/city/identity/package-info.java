@NullMarked
package org.rongyi.city.identity;

import org.jspecify.annotations.NullMarked;
