/// Names of firms: what a name is made of, what no name may say, and which names sound or look like it.
///
/// **Rule.** It tells, and refuses nothing: the registration decides. It keeps in step with the register by its log of
/// changes.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "areas", "enterprises", "ui"})
package org.rongyi.city.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
