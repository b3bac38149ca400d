/// Hand-over to the courts' platform (蓉易诉): a firm's papers go there with its consent, and where the case stands
/// there is shown here.
///
/// **Rule.** The courts decide and keep: nothing that a court decided is held here, no paper longer than until it was
/// handed over, and nothing goes out without consent.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "identity", "enterprises", "ui"})
package org.rongyi.city.courts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
