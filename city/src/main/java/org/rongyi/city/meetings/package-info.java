/// Meetings (见面会): a department sits down with firms; what is brought up is answered there or becomes an appeal.
///
/// **Rule.** Nothing that was brought up ends with the meeting: whoever says that it was held has answered each issue,
/// or
/// it is an appeal in the same transaction; where nobody says so in time, a clock makes it one. How a firm is reached
/// is shown to the department that meets it, each look
/// on
/// record.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"vocabulary", "calendar", "identity", "cases", "applications", "appeals", "ui"})
package org.rongyi.city.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
