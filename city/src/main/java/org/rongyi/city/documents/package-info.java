/// Documents: licences and seals as files that anybody can verify, from the grant to the last state.
///
/// **Rule.** What was issued never changes: its state is kept beside it, with every state before. A licence
/// and the seals that belong to it exist together with the grant or not at all. Every look is on record.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"vocabulary", "elements", "identity", "enterprises", "applications", "services", "ui"})
package org.rongyi.city.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
