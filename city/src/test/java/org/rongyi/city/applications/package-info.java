/// Tests of the room.
@NullMarked
package org.rongyi.city.applications;

import org.jspecify.annotations.NullMarked;
