package org.rongyi.city.desk.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Finding;
import org.rongyi.city.applications.HandedIn;
import org.rongyi.city.applications.Submission;
import org.rongyi.city.applications.Submission.Origin;
import org.rongyi.city.cases.Case;
import org.rongyi.city.desk.web.ContentView.FindingLine;
import org.rongyi.city.desk.web.ContentView.PaperLine;
import org.rongyi.city.desk.web.ContentView.ValueLine;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.springframework.stereotype.Component;

/// What was handed in for a case, as the officer reads it: each value with its source, each paper or why it is not
/// needed.
@Component
class CaseContents {
    private final HandedIn handedIn;
    private final Elements elements;

    CaseContents(HandedIn handedIn, Elements elements) {
        this.handedIn = handedIn;
        this.elements = elements;
    }

    /// Empty where the case belongs to no application.
    Optional<ContentView> of(Page page, Acting reader, Case file, String number) {
        boolean works = works(reader, file);
        return handedIn.forCase(file.id()).map(submission -> view(page, submission, number, works));
    }

    /// Whether the reader is of the department that has the case now. Nobody else needs sensitive personal information
    /// or papers, though the case itself may be seen.
    static boolean works(Acting reader, Case file) {
        return reader.person().department().equals(file.unit())
                && (reader.has(Role.OFFICER) || reader.has(Role.LEADER));
    }

    private ContentView view(Page page, Submission submission, String number, boolean works) {
        return new ContentView(
                page.say(submission.itemName()),
                submission.application(),
                page.say(submission.journeyName()),
                person(page, submission),
                page.moment(submission.at()),
                submission.version(),
                submission.values().stream()
                        .map(value -> works || value.element().sensitivity() != Sensitivity.S
                                ? value(page, value)
                                : hidden(page, value))
                        .toList(),
                submission.papers().stream()
                        .map(paper -> paper(page, paper, works ? number : null))
                        .toList(),
                submission.review().findings().stream()
                        .map(finding -> finding(page, finding))
                        .toList());
    }

    /// Who handed it in, and for whom, where that is somebody else.
    private static String person(Page page, Submission submission) {
        var how = submission.assisted();
        String person = submission.applicant().person();
        return how == null
                ? person
                : page.say(
                        person + "（窗口，代" + how.consentBy() + "，凭" + how.consent() + "）",
                        person + " (at the window, for " + how.consentBy() + ", who consented: " + how.consent() + ")");
    }

    private static ValueLine hidden(Page page, Submission.Value value) {
        return new ValueLine(
                page.say(value.element().name()),
                page.say("只给经办部门看", "for the department that handles it"),
                "",
                false,
                null,
                null);
    }

    private ValueLine value(Page page, Submission.Value value) {
        Object now = value.value();
        Object reported = value.reported();
        Object before = value.before();
        return new ValueLine(
                page.say(value.element().name()),
                now == null ? page.say(Origin.MISSING.words()) : said(page, value, now),
                source(page, value),
                now == null,
                reported == null
                        ? null
                        : page.say("部门记的是 " + said(page, value, reported), "On record: " + said(page, value, reported)),
                before == null
                        ? null
                        : page.say(
                                "补正前 " + said(page, value, before), "Before correction: " + said(page, value, before)));
    }

    private String said(Page page, Submission.Value value, Object it) {
        return ElementWords.value(page, elements, value.element(), it);
    }

    private String source(Page page, Submission.Value value) {
        String department = value.source();
        return department == null
                ? page.say(value.origin().words())
                : page.named(department)
                        + (value.asOf() == null
                                ? ""
                                : page.say("，", ", ") + page.day(Objects.requireNonNull(value.asOf())));
    }

    /// @param number of the case; null for a reader who gets no papers
    private static PaperLine paper(Page page, Submission.Paper paper, @Nullable String number) {
        Attachment file = paper.file();
        String given = page.say(paper.given().words())
                + (paper.by() == null ? "" : page.say("，", ", ") + page.say(Objects.requireNonNull(paper.by())));
        return new PaperLine(
                page.say(paper.name()),
                given,
                paper.given().exempt(),
                file == null ? null : file.name(),
                file == null || number == null ? null : "/cases/" + number + "/files/" + file.id(),
                file != null && file.cut());
    }

    private static FindingLine finding(Page page, Finding finding) {
        return new FindingLine(page.say(finding.reason()), page.say(finding.basis()), page.say(finding.mend()));
    }
}
