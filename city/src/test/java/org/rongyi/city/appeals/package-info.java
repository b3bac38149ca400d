/// Tests of the room.
@NullMarked
package org.rongyi.city.appeals;

import org.jspecify.annotations.NullMarked;
