@NullMarked
package org.rongyi.city.names;

import org.jspecify.annotations.NullMarked;
