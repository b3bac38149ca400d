package org.rongyi.city.applications;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.applications.Submission.Applicant;
import org.rongyi.city.applications.Submission.Origin;
import org.rongyi.city.applications.Submission.Paper;
import org.rongyi.city.applications.Submission.Value;
import org.rongyi.city.applications.SubmissionTable.Frozen;
import org.rongyi.city.applications.SubmissionTable.GivenPaper;
import org.rongyi.city.applications.SubmissionTable.Source;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

@Component
class HandedInFiles implements HandedIn {
    private static final Source NOBODY = new Source(Origin.MISSING, null, null);

    private final ApplicationTable applications;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final Catalogue catalogue;
    private final Elements elements;
    private final CityWords city;

    HandedInFiles(
            ApplicationTable applications,
            SubmissionTable submissions,
            PartTable parts,
            Catalogue catalogue,
            Elements elements,
            CityWords city) {
        this.applications = applications;
        this.submissions = submissions;
        this.parts = parts;
        this.catalogue = catalogue;
        this.elements = elements;
        this.city = city;
    }

    @Override
    public Optional<Submission> forCase(long caseId) {
        return parts.ofCase(caseId)
                .flatMap(part -> applications
                        .find(part.application())
                        .flatMap(application -> submissions
                                .numbered(application.id(), part.submission())
                                .map(frozen -> submission(application, part, frozen))));
    }

    private Submission submission(Application application, Row part, Frozen frozen) {
        return new Submission(
                application.id(),
                application.number(city.zone()),
                application.journey().id(),
                application.journey().name(),
                part.item(),
                catalogue.item(part.item()).map(ServiceItem::name).orElse(Words.same(part.item())),
                new Applicant(frozen.applicant(), application.firm(), frozen.account(), frozen.person()),
                frozen.number(),
                frozen.at(),
                values(part, frozen),
                papers(part, frozen),
                new Submission.Review(frozen.rules(), findings(part, frozen)),
                application.assisted());
    }

    private static List<Finding> findings(Row part, Frozen frozen) {
        return frozen.findings().stream()
                .filter(finding -> part.elements().contains(finding.about())
                        || frozen.papers().stream()
                                .anyMatch(paper -> paper.paper().equals(finding.about())
                                        && paper.items().contains(part.item())))
                .toList();
    }

    private List<Value> values(Row part, Frozen frozen) {
        Map<String, Object> results = parts.results(part.application());
        Map<String, String> units = units(part.application());
        Map<String, Object> before =
                frozen.number() == 1 ? frozen.form() : submissions.form(part.application(), frozen.number() - 1);
        List<Value> values = new ArrayList<>();
        for (String id : part.elements()) {
            ElementDefinition element = elements.find(id).orElse(null);
            Object said = frozen.form().get(id);
            Object result = said == null ? results.get(id) : null;
            if (element == null) {
                continue;
            }
            if (result != null) {
                values.add(new Value(element, result, Origin.RESULT, units.get(id), null, null, null));
                continue;
            }
            Source source = frozen.sources().getOrDefault(id, NOBODY);
            Object earlier = before.get(id);
            values.add(new Value(
                    element,
                    said,
                    source.origin(),
                    source.source(),
                    source.asOf(),
                    frozen.reported().get(id),
                    changed(said, earlier) ? earlier : null));
        }
        return values;
    }

    private static boolean changed(@Nullable Object now, @Nullable Object before) {
        return before != null && (now == null || !Filling.same(now, before));
    }

    /// Element to the department whose decision brings it about.
    private Map<String, String> units(long application) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Row part : parts.of(application)) {
            parts.stated(part).keySet().forEach(element -> units.put(element, part.unit()));
        }
        return units;
    }

    private List<Paper> papers(Row part, Frozen frozen) {
        return frozen.papers().stream()
                .filter(paper -> paper.items().contains(part.item()))
                .map(this::paper)
                .toList();
    }

    private Paper paper(GivenPaper paper) {
        ServiceTerms terms = catalogue.terms();
        Words name = terms.material(paper.paper())
                .map(ServiceTerms.Material::name)
                .or(() -> terms.licence(paper.paper()).map(ServiceTerms.LicenceType::name))
                .orElse(Words.same(paper.paper()));
        return new Paper(paper.paper(), name, paper.given(), by(terms, paper.by()), paper.file());
    }

    private static @Nullable Words by(ServiceTerms terms, @Nullable String id) {
        return id == null
                ? null
                : terms.licence(id)
                        .map(ServiceTerms.LicenceType::name)
                        .or(() -> terms.department(id).map(ServiceTerms.Department::name))
                        .orElse(Words.same(id));
    }

    @Override
    public Optional<Content> file(long caseId, long fileId) {
        return forCase(caseId)
                .filter(handedIn -> handedIn.papers().stream()
                        .anyMatch(paper -> paper.file() != null && paper.file().id() == fileId))
                .flatMap(handedIn -> applications.file(handedIn.applicationId(), fileId));
    }
}
