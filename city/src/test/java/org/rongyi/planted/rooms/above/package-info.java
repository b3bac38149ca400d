/// Stands above, and says so.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rongyi.planted.rooms.above;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
