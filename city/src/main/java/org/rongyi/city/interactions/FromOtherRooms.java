package org.rongyi.city.interactions;

import java.time.Instant;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.KeptInteractions.Told;
import org.rongyi.city.meetings.Attended;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// What happens elsewhere with a firm goes into its log by itself: whom a seat spoke with, who came to a meeting, where
/// an application is checked at the place.
@Component
class FromOtherRooms {
    private static final String APPEAL = "appeal";
    private static final String SITE_CHECK = "siteCheck";

    private final KeptInteractions log;
    private final CaseFiles files;
    private final Seats seats;
    private final AppealCatalogue catalogue;
    private final People people;

    FromOtherRooms(KeptInteractions log, CaseFiles files, Seats seats, AppealCatalogue catalogue, People people) {
        this.log = log;
        this.files = files;
        this.seats = seats;
        this.catalogue = catalogue;
        this.people = people;
    }

    @EventListener
    void attended(Attended meeting) {
        meeting.firms()
                .forEach(firm -> log.happened(
                        firm,
                        Kind.MEETING,
                        meeting.at(),
                        new Told(
                                meeting.unit(), "", "", meeting.theme(), "meeting/" + meeting.session() + "/" + firm)));
    }

    /// Before the end of the transaction: the appeal has its row by then. Who wants to stay unknown is not in a log.
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void opened(CaseEvent.CaseOpened event) {
        if (event.about().kind().equals(APPEAL) && event.about().firm() != null) {
            seats.ofCase(event.about().caseId())
                    .filter(appeal -> appeal.channel() == Appeal.Channel.CALL
                            && !appeal.reporter().confidential())
                    .ifPresent(appeal -> log.happened(
                            appeal.reporter().firm(),
                            Kind.CALL,
                            appeal.at(),
                            new Told(catalogue.desk(), "", "", appeal.number(), "appeal/" + appeal.number())));
        }
    }

    @EventListener
    void paused(CaseEvent.CaseRedated event) {
        CreditCode firm = event.about().firm();
        if (firm == null || event.dueAt() != null) {
            return;
        }
        files.record(event.about().caseId())
                .ifPresent(file -> file.clocks().stream()
                        .filter(clock -> clock.clock().id().equals(event.clock()) && clock.stands())
                        .map(clock -> clock.pauses().getLast())
                        .filter(pause -> pause.reason().id().equals(SITE_CHECK))
                        .forEach(pause -> checked(firm, file, pause)));
    }

    private void checked(CreditCode firm, CaseFile file, CaseFile.Pause pause) {
        Instant at = pause.begunAt();
        String name = people.known(pause.begunBy()).map(Person::name).orElse("");
        log.happened(
                firm,
                Kind.SITE_CHECK,
                at,
                new Told(
                        file.now().unit(),
                        pause.begunBy(),
                        name,
                        file.now().title(),
                        "case/" + file.now().id() + "/" + at));
    }
}
