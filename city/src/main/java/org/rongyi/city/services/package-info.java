/// The catalogue of service items and the journeys derived from it.
///
/// **Rule.** Each element is asked once; a published version of an item or journey never changes.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"vocabulary", "elements", "calendar", "identity", "enterprises", "cases", "ui"})
package org.rongyi.city.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
