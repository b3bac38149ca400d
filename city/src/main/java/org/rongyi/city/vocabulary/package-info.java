/// What every room speaks: credit codes, area codes, the city's folder and what is wrong in it, announcements.
///
/// **Rule.** No behaviour beyond validity, and no knowledge of any room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rongyi.city.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
