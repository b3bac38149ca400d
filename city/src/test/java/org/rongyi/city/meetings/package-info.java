@NullMarked
package org.rongyi.city.meetings;

import org.jspecify.annotations.NullMarked;
