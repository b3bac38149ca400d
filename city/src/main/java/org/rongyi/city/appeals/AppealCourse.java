package org.rongyi.city.appeals;

import java.time.Clock;
import org.rongyi.city.appeals.AppealTable.Mark;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.cases.CaseFiles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Follows the cases of appeals, within the transaction of each command.
@Component
class AppealCourse {
    static final String KIND = "appeal";
    static final String REPLY_CLOCK = "reply";

    private final AppealTable appeals;
    private final CaseFiles files;
    private final Clock clock;

    AppealCourse(AppealTable appeals, CaseFiles files, Clock clock) {
        this.appeals = appeals;
        this.files = files;
        this.clock = clock;
    }

    @EventListener
    void follow(CaseEvent event) {
        if (!event.about().kind().equals(KIND)) {
            return;
        }
        long id = event.about().caseId();
        switch (event) {
            case CaseEvent.CaseMoved moved -> {
                follow(id);
                if (moved.to().equals("replied")) {
                    appeals.replied(id, clock.instant());
                }
            }
            case CaseEvent.CasePassed passed -> {
                follow(id);
                if (passed.standing() == Case.Standing.DISPUTED) {
                    appeals.mark(id, Mark.DISPUTED);
                }
            }
            case CaseEvent.CaseRaised _ -> follow(id);
            case CaseEvent.CaseOverdue overdue -> {
                if (overdue.clock().equals(REPLY_CLOCK)) {
                    appeals.mark(id, Mark.LATE);
                }
            }
            case CaseEvent.CaseExtended _ -> {
                follow(id);
                appeals.mark(id, Mark.EXTENDED);
            }
            case CaseEvent.CaseRedated redated -> {
                if (redated.clock().equals(REPLY_CLOCK)) {
                    follow(id);
                }
            }
            case CaseEvent.CaseOpened _,
                    CaseEvent.CaseAssigned _,
                    CaseEvent.CaseDueSoon _,
                    CaseEvent.StepAnswered _ -> {}
        }
    }

    private void follow(long id) {
        files.find(id).ifPresent(appeals::follow);
    }
}
