/// Facts about business entities, and the portrait computed from them.
///
/// **Rule.** Facts are appended with source, as-of date and recorded time; the firm can see and contest each.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "elements", "areas", "calendar", "identity", "ui"})
package org.rongyi.city.enterprises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
