/// Value types that every room speaks: credit codes, areas, periods.
///
/// **Rule.** No behaviour beyond validity.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rongyi.city.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
