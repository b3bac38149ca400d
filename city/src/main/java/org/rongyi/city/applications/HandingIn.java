package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Submission.Given;
import org.rongyi.city.applications.Submission.Origin;
import org.rongyi.city.applications.SubmissionTable.Frozen;
import org.rongyi.city.applications.SubmissionTable.GivenPaper;
import org.rongyi.city.applications.SubmissionTable.Source;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.stereotype.Component;

/// Freezes a draft: form with sources, papers, items; then the cases that can start are opened, in the same
/// transaction.
@Component
class HandingIn {
    private final ApplicationTable applications;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final Course course;
    private final Enterprises enterprises;
    private final Catalogue catalogue;
    private final PreReview preReview;
    private final ReadingTable readings;
    private final Clock clock;

    HandingIn(
            ApplicationTable applications,
            SubmissionTable submissions,
            PartTable parts,
            Course course,
            Enterprises enterprises,
            Catalogue catalogue,
            PreReview preReview,
            ReadingTable readings,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.parts = parts;
        this.course = course;
        this.enterprises = enterprises;
        this.catalogue = catalogue;
        this.preReview = preReview;
        this.readings = readings;
        this.clock = clock;
    }

    void handIn(Draft draft, Acting by) {
        long id = draft.application().id();
        Instant now = clock.instant();
        submissions.insert(id, frozen(draft, by, now));
        readings.forget(id);
        int place = 0;
        for (JourneyPlan.Step step : draft.plan().steps()) {
            parts.insert(part(draft, step), place++);
        }
        applications.setState(id, Application.State.HANDED_IN, now);
        course.start(id, by);
    }

    private Frozen frozen(Draft draft, Acting by, Instant now) {
        Map<String, Object> form = new LinkedHashMap<>();
        Map<String, Object> reported = new LinkedHashMap<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        Set<String> wanted = draft.plan().form().stream()
                .map(JourneyPlan.Field::element)
                .collect(Collectors.toCollection(TreeSet::new));
        wanted.addAll(draft.application().said().keySet());
        for (String element : wanted) {
            Object value = draft.known().value(element);
            if (value == null) {
                continue;
            }
            form.put(element, value);
            boolean said = draft.application().said().containsKey(element);
            Portrait.Fact fact = draft.known().fact(element).orElse(null);
            sources.put(element, source(said, fact));
            if (said && fact != null && !fact.selfDeclared()) {
                reported.put(element, fact.value());
            }
        }
        return new Frozen(
                1,
                now,
                by.account(),
                by.person().name(),
                applicant(draft.application(), form, by),
                form,
                reported,
                sources,
                papers(draft),
                PreReview.VERSION,
                preReview.of(draft));
    }

    private static Source source(boolean said, Portrait.@Nullable Fact fact) {
        if (said) {
            return new Source(Origin.SAID, null, null);
        }
        return fact == null
                ? new Source(Origin.DEPARTMENT, null, null)
                : new Source(
                        fact.selfDeclared() ? Origin.SELF_DECLARED : Origin.DEPARTMENT, fact.source(), fact.asOf());
    }

    private String applicant(Application application, Map<String, Object> form, Acting by) {
        CreditCode firm = application.firm();
        if (firm != null) {
            return enterprises.find(firm).map(Enterprise::name).orElse(firm.value());
        }
        Object name = form.get("entityName");
        Application.Assisted assisted = application.assisted();
        String person = assisted == null ? by.person().name() : assisted.consentBy();
        return name == null ? person : name.toString();
    }

    private static List<GivenPaper> papers(Draft draft) {
        List<GivenPaper> papers = new ArrayList<>();
        for (JourneyPlan.Paper paper : draft.plan().papers()) {
            Brought brought = draft.application().papers().get(paper.id());
            Given given = switch (paper.handling()) {
                case LICENCE_HELD -> Given.LICENCE;
                case ISSUED_BEFORE -> Given.ISSUED;
                case SHARED -> Given.SHARED;
                case HAND_IN, PROMISE -> brought == null ? Given.COUNTER : given(brought.way());
            };
            boolean file = given == Given.FILE && brought != null;
            papers.add(new GivenPaper(
                    paper.id(),
                    given,
                    paper.by(),
                    file ? Objects.requireNonNull(brought).file() : null,
                    Set.copyOf(paper.neededBy())));
        }
        return papers;
    }

    static Given given(Application.Way way) {
        return switch (way) {
            case FILE -> Given.FILE;
            case PROMISE -> Given.PROMISE;
            case COUNTER -> Given.COUNTER;
        };
    }

    private PartTable.Row part(Draft draft, JourneyPlan.Step step) {
        ServiceItem item = step.item();
        boolean optional = draft.application()
                .journey()
                .part(item.id())
                .map(JourneyDefinition.Part::optional)
                .orElse(false);
        Set<String> elements = draft.plan().form().stream()
                .filter(field -> field.neededBy().contains(item.id()))
                .map(JourneyPlan.Field::element)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new PartTable.Row(
                draft.application().id(),
                item.id(),
                item.version(),
                optional,
                unit(item),
                step.after(),
                elements,
                step.days(),
                Part.State.WAITING,
                null,
                1);
    }

    private String unit(ServiceItem item) {
        return catalogue
                .terms()
                .department(item.department())
                .map(ServiceTerms.Department::unit)
                .orElse(item.department());
    }
}
