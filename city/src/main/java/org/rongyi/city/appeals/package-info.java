/// Appeals (诉求): what a firm brings up gets an owner, a date and an answer, and the firm says whether it is
/// solved.
///
/// **Rule.** What was accepted is never lost: number and record are one transaction. Nobody closes their own.
/// Who the reporter is, is shown only to those who need it, and every look is on record.
///
/// The life of an appeal is a case of the kind `appeal`; this room keeps what was said, by whom, and what
/// became of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "elements",
            "areas",
            "calendar",
            "identity",
            "enterprises",
            "cases",
            "policies",
            "services",
            "ui"
        })
package org.rongyi.city.appeals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
