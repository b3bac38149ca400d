package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.PaperFile;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.JourneyDefinition.Subject;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Drafting implements Drafts {
    private static final int LONGEST_NAME = 200;

    private final ApplicationTable table;
    private final Journeys journeys;
    private final Portraits portraits;
    private final HandingIn handingIn;
    private final PreReview preReview;
    private final ReadingTable readings;
    private final Assistance assistance;
    private final Access access;
    private final Filling filling;
    private final Clock clock;

    Drafting(
            ApplicationTable table,
            Journeys journeys,
            Portraits portraits,
            HandingIn handingIn,
            PreReview preReview,
            ReadingTable readings,
            Assistance assistance,
            Access access,
            Filling filling,
            Clock clock) {
        this.table = table;
        this.journeys = journeys;
        this.portraits = portraits;
        this.handingIn = handingIn;
        this.preReview = preReview;
        this.readings = readings;
        this.assistance = assistance;
        this.access = access;
        this.filling = filling;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Application begin(Acting by, Beginning what) {
        JourneyDefinition journey = journeys.find(what.journey())
                .orElseThrow(() -> new IllegalArgumentException("there is no journey (" + what.journey() + ")"));
        CreditCode firm = journey.subject() == Subject.FIRM ? by.firmFor(Mandate.Purpose.APPLY) : null;
        if (firm != null && closed(firm)) {
            throw new AccessDeniedException("(" + firm + ") is deregistered");
        }
        long id = table.insert(by.account(), firm, what, clock.instant());
        return table.find(id).orElseThrow();
    }

    @Override
    public boolean closed(CreditCode firm) {
        return portraits
                .current(firm)
                .map(portrait -> portrait.value(Representing.STATE))
                .filter(Representing.CLOSED::equals)
                .isPresent();
    }

    @Override
    @Transactional
    public Assisting assist(Acting clerk, Beginning what, Consent consent) {
        JourneyDefinition journey = journeys.find(what.journey())
                .orElseThrow(() -> new IllegalArgumentException("there is no journey (" + what.journey() + ")"));
        CreditCode firm = journey.subject() == Subject.FIRM ? consent.firm() : null;
        Set<Assisting.Fault> faults = assistance.faults(clerk, journey, consent);
        if (firm != null && closed(firm)) {
            faults.add(Assisting.Fault.MAY_NOT_APPLY);
        }
        if (!faults.isEmpty()) {
            return new Assisting.Refused(faults);
        }
        long id = table.insert(consent.account(), firm, what, clock.instant());
        table.assist(id, assistance.by(clerk, consent));
        return new Assisting.Begun(table.find(id).orElseThrow());
    }

    @Override
    public Optional<Draft> find(long id, Acting by) {
        return table.find(id).filter(found -> access.mayPrepare(found, by)).map(this::draft);
    }

    @Override
    public List<Finding> review(Draft draft) {
        return preReview.of(draft);
    }

    Draft draft(Application application) {
        CreditCode firm = application.firm();
        Knowledge known = new Knowledge(
                application.said(),
                firm == null ? null : portraits.current(firm).orElse(null));
        JourneyPlan plan = journeys.plan(application.journey(), known, application.leftOut());
        return new Draft(application, known, plan, readings.waiting(application.id()));
    }

    @Override
    @Transactional
    public void say(long id, Acting by, Map<String, ? extends @Nullable Object> values, Set<String> unsure) {
        change(id, by, draft -> filling.say(draft, by, null, values, unsure));
    }

    @Override
    @Transactional
    public void leaveOut(long id, Acting by, String item, boolean out) {
        change(id, by, draft -> {
            boolean optional = draft.application()
                    .journey()
                    .part(item)
                    .map(JourneyDefinition.Part::optional)
                    .orElse(false);
            Set<String> leftOut = new LinkedHashSet<>(draft.application().leftOut());
            if (optional && (out ? leftOut.add(item) : leftOut.remove(item))) {
                Application application = draft.application();
                table.save(application, application.said(), application.unsure(), leftOut, now());
            }
        });
    }

    @Override
    @Transactional
    public void bring(long id, Acting by, String paper, @Nullable Way way) {
        change(id, by, draft -> {
            boolean allowed = way != Way.FILE && asked(draft, paper).isPresent();
            boolean promises = way == Way.PROMISE;
            if (allowed && (!promises || promisable(draft, paper))) {
                table.bring(id, paper, way, null);
                table.forgetUnusedFiles(id);
            }
        });
    }

    private static Optional<JourneyPlan.Paper> asked(Draft draft, String paper) {
        return draft.plan().papers().stream()
                .filter(each -> each.handedIn() && each.id().equals(paper))
                .findFirst();
    }

    private static boolean promisable(Draft draft, String paper) {
        return asked(draft, paper)
                .filter(each -> each.handling() == JourneyPlan.Handling.PROMISE)
                .isPresent();
    }

    @Override
    @Transactional
    public Attaching attach(long id, Acting by, String paper, String name, byte[] content) {
        Attaching look = Applications.look(content);
        PaperFile file = PaperFile.of(content);
        if (look != Attaching.KEPT || file == null) {
            return look;
        }
        boolean[] done = {false};
        change(id, by, draft -> {
            if (asked(draft, paper).isPresent()) {
                Attachment about = new Attachment(0, shown(name, paper), file.type(), content.length, file.cut());
                long kept = table.keep(id, paper, null, about, content, by.account(), now());
                table.bring(id, paper, Way.FILE, kept);
                table.forgetUnusedFiles(id);
                done[0] = true;
            }
        });
        return done[0] ? Attaching.KEPT : Attaching.NOT_ASKED;
    }

    /// Some browsers send a whole path.
    static String shown(String name, String paper) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        String plain = last.isEmpty() ? paper : last;
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    @Override
    public Optional<HandedIn.Content> file(long id, Acting by, long fileId) {
        return table.find(id).filter(found -> access.maySee(found, by)).flatMap(found -> table.file(id, fileId));
    }

    @Override
    @Transactional
    public Handing handIn(long id, Acting by) {
        Application application = table.lock(id).orElse(null);
        if (application != null && !application.draft() && access.mayAct(application, by)) {
            return new Handing.Done(application);
        }
        if (application == null || !access.mayPrepare(application, by)) {
            return new Handing.NoSuchDraft();
        }
        Draft draft = draft(application);
        if (draft.plan().steps().isEmpty()) {
            return new Handing.NotReady(draft);
        }
        handingIn.handIn(draft, by);
        return new Handing.Done(table.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public boolean discard(long id, Acting by) {
        return change(id, by, draft -> {
            table.setState(id, Application.State.DISCARDED, now());
            table.forgetPapers(id);
        });
    }

    private boolean change(long id, Acting by, Consumer<Draft> change) {
        Optional<Application> found = table.lock(id).filter(each -> access.mayPrepare(each, by));
        found.map(this::draft).ifPresent(change);
        return found.isPresent();
    }

    private Instant now() {
        return Objects.requireNonNull(clock.instant());
    }
}
