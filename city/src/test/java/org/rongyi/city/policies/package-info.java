@NullMarked
package org.rongyi.city.policies;

import org.jspecify.annotations.NullMarked;
