package org.rongyi.city.appeals;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.rongyi.city.appeals.AppealTable.Mark;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.cases.CaseSaved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Follows the cases of appeals, within the transaction of each command.
@Component
class AppealCourse {
    static final String KIND = "appeal";
    static final String REPLY_CLOCK = "reply";
    static final String CONTACT_CLOCK = "firstContact";
    static final String DESK_CLOCK = "desk";
    static final String HANDLING = "handling";

    /// While its case is being opened an appeal has no row: that is written afterwards, as the case stands then.
    static final ScopedValue<AtomicReference<CaseSaved>> OPENING = ScopedValue.newInstance();

    private final AppealTable appeals;
    private final KeptCoHandling contributions;
    private final Clock clock;

    AppealCourse(AppealTable appeals, KeptCoHandling contributions, Clock clock) {
        this.appeals = appeals;
        this.contributions = contributions;
        this.clock = clock;
    }

    @EventListener
    void follow(CaseSaved saved) {
        if (!saved.now().kind().id().equals(KIND)) {
            return;
        }
        if (OPENING.isBound()) {
            OPENING.get().set(saved);
        } else {
            Optional<Long> asked = appeals.follow(saved, clock.instant());
            if (!saved.now().state().id().equals(HANDLING)) {
                asked.ifPresent(contributions::takeBackOpen);
            }
        }
    }

    @EventListener
    void mark(CaseEvent event) {
        if (!event.about().kind().equals(KIND) || OPENING.isBound()) {
            return;
        }
        long id = event.about().caseId();
        switch (event) {
            case CaseEvent.CasePassed passed -> {
                if (passed.standing() == Case.Standing.DISPUTED) {
                    appeals.mark(id, Mark.DISPUTED);
                }
            }
            case CaseEvent.CaseOverdue overdue -> {
                if (overdue.clock().equals(REPLY_CLOCK)) {
                    appeals.mark(id, Mark.LATE);
                } else if (overdue.clock().equals(CONTACT_CLOCK)) {
                    appeals.mark(id, Mark.CONTACT_LATE);
                }
            }
            case CaseEvent.CaseExtended _ -> appeals.mark(id, Mark.EXTENDED);
            case CaseEvent.CaseOpened _,
                    CaseEvent.CaseMoved _,
                    CaseEvent.CaseAssigned _,
                    CaseEvent.CaseRaised _,
                    CaseEvent.CaseRedated _,
                    CaseEvent.CaseDueSoon _,
                    CaseEvent.StepAnswered _ -> {}
        }
    }
}
