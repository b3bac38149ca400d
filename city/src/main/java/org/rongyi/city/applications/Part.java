package org.rongyi.city.applications;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.definitions.ServiceItem;

/// One item of an application that was handed in.
///
/// @param unit the department, as its officers call it
/// @param waitsFor ids of the items whose results it needs
/// @param days working days promised; null: nobody has published them
/// @param now the case as it stands; null while there is none
/// @param file everything on record about it, where the reader may see it
/// @param results element to value, as the decision stated it
public record Part(
        ServiceItem item,
        State state,
        boolean optional,
        String unit,
        Set<String> waitsFor,
        @Nullable Integer days,
        @Nullable Case now,
        @Nullable CaseFile file,
        Map<String, Object> results) {

    /// For a reader who acts in somebody else's place: nothing of what that person could do.
    Part withoutActs() {
        CaseFile known = file;
        return known == null
                ? this
                : new Part(item, state, optional, unit, waitsFor, days, now, known.withoutActs(), results);
    }

    public enum State {
        /// For the result of another item.
        WAITING,
        /// A case of its department.
        OPEN,
        GRANTED,
        /// Refused, not accepted or withdrawn.
        ENDED,
        /// What it waits for will not come.
        BLOCKED,
        /// Taken out by the applicant before it was opened.
        LEFT_OUT
    }
}
