/// Facts about business entities, and the portrait computed from them.
///
/// **Rule.** Facts are appended with source, as-of date and recorded time; the firm can see and contest each.
///
/// **Door.** [Enterprises] (the register, and appending one [FactReport]), [Portraits] (what is known of a
/// firm on a day, and who looked), [Contests], [Declarations] (what a firm says of itself), [Purposes] (for
/// what an officer looks), [Census] (counts), [Intake] (very many facts at once), [Changes] and [Following]
/// (for who keeps in step), [InventedFirms] (to measure on). Told to other rooms: [FactsRecorded],
/// [RegisterFilled].
///
/// **Plumbing.** `FactLog` appends and reads one firm, `Fold` makes a portrait of its reports; `RegisterRows`
/// and `RowFold` do the same for the whole register as rules need it, `JdbcIntake` with `CopyRows` writes as
/// fast. `registrations` turns files into facts, `generator` invents a city; neither is a door.
///
/// **What walks where.** An answer or a decision: [Enterprises#record] → `FactLog` → `JdbcChanges` (the log
/// of changes, in the same transaction) → [FactsRecorded]. A file: `registrations` → [Intake] → the same
/// tables. A page: [Portraits] → `Fold` → `web.PortraitReader`, which asks `web.Sight` which values this
/// reader needs to see. A contest takes the fact out of what rules read until the department has answered.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "elements", "areas", "calendar", "identity", "ui"})
package org.rongyi.city.enterprises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
