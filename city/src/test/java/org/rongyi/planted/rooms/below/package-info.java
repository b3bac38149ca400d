/// Stands below, and reaches up.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rongyi.planted.rooms.below;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
