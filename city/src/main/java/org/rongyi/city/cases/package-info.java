/// Cases: promises with a date. One life cycle, clock, timeline, task list and escalation for the whole house.
///
/// **Rule.** A case has an owner at every moment; its state changes only by an event of its kind; its clock stands
/// still only for a listed reason, with a proof, on record; its timeline is appended and hash-chained.
///
/// A command ([Cases]) locks the row of its case, looks whether kind, state and person allow it, changes row,
/// clocks and tasks, appends to the timeline and publishes an event, all in one transaction. A clock's next alarm
/// stands in its row, so that neither can be without the other. An alarm that rings takes the same way as a command.
/// Rights are looked at here, at every command; pages only show
/// what is possible.
///
/// Another room may ask for steps inside a case ([InnerSteps]): tasks with a few answers that change no state.
/// Until they are done, the department decides nothing past them. Who asks, and why, the kernel does not know.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "elements", "calendar", "identity", "ui"})
package org.rongyi.city.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
