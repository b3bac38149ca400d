package org.rongyi.city.appeals;

import java.util.Set;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Objection;
import org.springframework.stereotype.Component;

/// While others wait for the answer to the same matter it does not end without one.
@Component
class OthersWait implements Objection {
    private static final Set<String> ENDS_UNANSWERED = Set.of("route", "drop", "withdraw");

    private final AppealTable appeals;

    OthersWait(AppealTable appeals) {
        this.appeals = appeals;
    }

    @Override
    public boolean against(Case now, String event) {
        return now.kind().id().equals(AppealCourse.KIND)
                && ENDS_UNANSWERED.contains(event)
                && appeals.othersWait(now.id());
    }
}
