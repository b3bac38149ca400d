package org.rongyi.city.desk;

import java.time.Clock;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.definitions.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever answers for a case from now on, because nobody did what was due, is told by e-mail too, in the
/// transaction in which the level is told: once, or not at all. Their work list has it either way.
@Component
class RaisedNotices {
    private final Letters letters;
    private final Clock clock;

    RaisedNotices(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @EventListener
    void raised(CaseEvent.CaseRaised raised) {
        if (raised.owner().isEmpty()) {
            return;
        }
        letters.write(
                // Another clock may raise the case to the same level on another day.
                "raised/" + raised.about().caseId() + "/" + raised.level() + "/" + clock.instant(),
                raised.owner(),
                new Words("有一件事报到您这里", "A case has been raised to you"),
                new Words("到期没办，或者没有人接。登录后在任务清单里看。", "It is overdue, or nobody has it: see your work list."),
                "/tasks");
    }
}
