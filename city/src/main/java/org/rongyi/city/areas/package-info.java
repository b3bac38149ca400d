/// One tree of districts, streets and villages.
///
/// **Rule.** There is no second tree of places.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary"})
package org.rongyi.city.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
