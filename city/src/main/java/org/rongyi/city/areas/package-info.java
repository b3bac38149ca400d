/// One tree of districts, streets and villages.
///
/// **Rule.** Every room asks this tree for places. The rules know the same codes, from the same files, as the
/// classification `area` of the dictionary: a list of codes, which knows no address.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "ui"})
package org.rongyi.city.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
