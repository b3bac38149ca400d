/// Invoices of firms: brought in, checked, kept as they came, found again. The room never issues one.
///
/// **Rule.** Nothing that was sent is lost from sight: each file is archived, there already, or listed
/// with its faults. What is archived never changes. An officer sees none without a purpose, each look
/// on record.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "identity", "enterprises", "ui"})
package org.rongyi.city.invoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
