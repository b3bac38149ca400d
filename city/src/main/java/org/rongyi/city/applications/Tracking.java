package org.rongyi.city.applications;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.services.Catalogue;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class Tracking implements Applications {
    private static final String WITHDRAW = "withdraw";

    private final ApplicationTable table;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final Course course;
    private final Cases cases;
    private final CaseFiles files;
    private final Catalogue catalogue;
    private final Correcting correcting;
    private final Assistance assistance;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tracking(
            ApplicationTable table,
            SubmissionTable submissions,
            PartTable parts,
            Course course,
            Cases cases,
            CaseFiles files,
            Catalogue catalogue,
            Correcting correcting,
            Assistance assistance,
            Access access,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.submissions = submissions;
        this.parts = parts;
        this.course = course;
        this.cases = cases;
        this.files = files;
        this.catalogue = catalogue;
        this.correcting = correcting;
        this.assistance = assistance;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Tracked> of(Acting by) {
        return mine(by).stream()
                .map(application -> new Tracked(
                        application,
                        "",
                        application.draft()
                                ? List.of()
                                : parts.of(application.id()).stream()
                                        .flatMap(row -> part(row, null).stream())
                                        .toList()))
                .toList();
    }

    private List<Application> mine(Acting by) {
        Mandate mandate = by.mandate();
        return table.of(by.account(), mandate == null ? null : mandate.firm()).stream()
                .filter(application -> access.maySee(application, by))
                .toList();
    }

    @Override
    public Optional<Tracked> open(long id, Acting reader) {
        return find(id, reader).flatMap(application -> {
            boolean assists = access.assists(application, reader);
            Acting sees = assists ? assistance.served(application, reader) : reader;
            return submissions
                    .last(id)
                    .map(handedIn -> new Tracked(
                            application,
                            handedIn.applicant(),
                            parts.of(id).stream()
                                    .flatMap(row -> part(row, sees).stream())
                                    .map(part -> assists ? part.withoutActs() : part)
                                    .toList()));
        });
    }

    private Optional<Application> find(long id, Acting reader) {
        return table.find(id)
                .filter(application -> !application.draft())
                .filter(application -> access.maySee(application, reader));
    }

    /// Empty where the city has no such item any longer.
    ///
    /// @param reader null: without what is on record
    private Optional<Part> part(Row row, @Nullable Acting reader) {
        Optional<ServiceItem> item = catalogue.item(row.item());
        Long caseId = row.caseId();
        return item.map(known -> new Part(
                known,
                row.state(),
                row.optional(),
                row.unit(),
                row.waitsFor(),
                row.days(),
                caseId == null ? null : files.find(caseId).orElse(null),
                caseId == null || reader == null
                        ? null
                        : files.open(caseId, reader).orElse(null),
                row.state() == Part.State.GRANTED ? parts.stated(row) : Map.of()));
    }

    @Override
    public boolean mayAct(Application application, Acting by) {
        return access.mayAct(application, by);
    }

    @Override
    public boolean mayGiveUp(Application application, Acting by) {
        return access.mayGiveUp(application, by);
    }

    @Override
    public Handling withdraw(long id, Acting by, String item, String reason) {
        Long caseId = find(id, by)
                .filter(application -> access.mayGiveUp(application, by))
                .flatMap(_ -> row(id, item))
                .map(Row::caseId)
                .orElse(null);
        return caseId == null
                ? new Handling.NoSuchCase(0)
                : cases.fire(Step.of(caseId, Actor.of(by)).because(reason), WITHDRAW);
    }

    private Optional<Row> row(long id, @Nullable String item) {
        return parts.of(id).stream().filter(part -> part.item().equals(item)).findFirst();
    }

    @Override
    public Handling correct(long id, Acting by, String item, Correction what) {
        Optional<Application> mine = find(id, by).filter(application -> access.mayAct(application, by));
        Row part = mine.flatMap(_ -> row(id, item)).orElse(null);
        Long caseId = part == null ? null : part.caseId();
        if (mine.isEmpty() || part == null || caseId == null) {
            return new Handling.NoSuchCase(0);
        }
        Application application = mine.get();
        Application.Assisted how = access.assists(application, by) ? application.assisted() : null;
        Step step = how == null
                ? Step.of(caseId, Actor.of(by))
                : Step.of(caseId, Actor.house("applications"))
                        .because(how.consentBy() + "，窗口" + how.clerkName() + "代填");
        if (!correcting.holds(part, what)) {
            return new Handling.Missing(Set.of(CaseKind.Need.PROOF));
        }
        return sent(step, () -> correcting.correct(application, part, by, what));
    }

    /// The case first: whoever works on it holds it before the application, and so do we. Until then another
    /// window may replace a paper: the step is taken back, and the firm is told what is gone.
    private Handling sent(Step step, BooleanSupplier correction) {
        return Objects.requireNonNull(transaction.execute(taken -> {
            Handling handling = cases.fire(step, Course.CORRECT);
            if (handling instanceof Handling.Done && !correction.getAsBoolean()) {
                taken.setRollbackOnly();
                return new Handling.Missing(Set.of(CaseKind.Need.PROOF));
            }
            return handling;
        }));
    }

    /// A case that is theirs to go on with, and waits for them.
    private Optional<Application> answering(long id, Acting by, @Nullable Row part) {
        Long caseId = part == null ? null : part.caseId();
        boolean waits = caseId != null
                && files.find(caseId)
                        .filter(file -> file.open() && file.state().waitsFor() == CaseKind.WaitsFor.FIRM)
                        .isPresent();
        return find(id, by).filter(application -> waits && access.mayAct(application, by));
    }

    /// Not while an answer is being sent: that holds the application from the step of its case on.
    @Override
    @Transactional
    public Optional<Attachment> hold(long id, Acting by, String item, String paper, Upload upload) {
        table.lock(id);
        Row part = row(id, item).orElse(null);
        return answering(id, by, part)
                .flatMap(_ -> correcting.hold(Objects.requireNonNull(part), paper, upload, by.account()));
    }

    @Override
    public Looked look(long id, Acting by, String item, Correction what) {
        Row part = row(id, item).orElse(null);
        return answering(id, by, part)
                .map(application -> correcting.look(application, Objects.requireNonNull(part), what))
                .orElseGet(() -> new Looked(List.of(), Map.of(), 0));
    }

    @Override
    public List<Notice> news(Acting by, int limit) {
        return mine(by).stream()
                .filter(application -> !application.draft())
                .flatMap(application ->
                        table.notices(application.id(), limit).stream().map(note -> notice(application, note)))
                .sorted(Comparator.comparing(Notice::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    @Transactional
    public void seen(Application application, Acting by) {
        if (access.mayGiveUp(application, by)) {
            table.noticesSeen(application.id(), clock.instant());
        }
    }

    private Notice notice(Application application, ApplicationTable.Note note) {
        return new Notice(
                application,
                catalogue.item(note.item()).map(ServiceItem::name).orElse(Words.same(note.item())),
                row(application.id(), note.item())
                        .map(Row::caseId)
                        .flatMap(files::find)
                        .flatMap(file -> file.kind().event(note.event()))
                        .map(CaseKind.Event::name)
                        .orElse(Words.same(note.event())),
                note.event(),
                note.at(),
                note.seen());
    }

    @Override
    @Transactional
    public boolean leaveOut(long id, Acting by, String item) {
        boolean mine = table.lock(id)
                .filter(application -> access.mayGiveUp(application, by))
                .isPresent();
        Optional<Row> waiting =
                row(id, item).filter(part -> mine && part.optional() && part.state() == Part.State.WAITING);
        waiting.ifPresent(part -> {
            parts.move(part, Part.State.LEFT_OUT, null);
            course.advance(id);
        });
        return waiting.isPresent();
    }
}
