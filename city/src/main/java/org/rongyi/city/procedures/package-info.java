/// Procedures: how a department works on a case inside, as BPMN files that an administrator brings in.
///
/// **Rule.** A procedure never changes a state, a clock or a right: it only asks, through the doors of `cases`, for
/// steps
/// inside, and goes on as the case does. Nothing of a file reaches the engine but the model that was read from it.
///
/// A file is read and checked without the engine; only a case that goes through a procedure, or a trial, wakes it up.
/// What the engine writes and what the case writes are one transaction.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "elements", "identity", "cases", "services", "ui"})
package org.rongyi.city.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
