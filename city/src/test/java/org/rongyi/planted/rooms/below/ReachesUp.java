package org.rongyi.planted.rooms.below;

import org.rongyi.planted.rooms.above.Door;

/// Uses a room that its own room does not name.
public record ReachesUp(Door door) {}
