/// Two rooms, one of which breaks the order.
@NullMarked
package org.rongyi.planted.rooms;

import org.jspecify.annotations.NullMarked;
