/// People, their roles, and who may act for whom, for what, until when.
///
/// **Rule.** Who may act, never what they do.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "ui"})
package org.rongyi.city.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
