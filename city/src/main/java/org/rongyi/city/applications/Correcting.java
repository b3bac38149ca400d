package org.rongyi.city.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Applications.Correction;
import org.rongyi.city.applications.Applications.NewPaper;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.applications.Submission.Origin;
import org.rongyi.city.applications.SubmissionTable.Frozen;
import org.rongyi.city.applications.SubmissionTable.GivenPaper;
import org.rongyi.city.applications.SubmissionTable.Source;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.PaperFile;
import org.springframework.stereotype.Component;

/// Makes the next submission out of the last one and what is corrected in it.
@Component
class Correcting {
    private static final Source SAID = new Source(Origin.SAID, null, null);

    private final ApplicationTable applications;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final PreReview preReview;
    private final Clock clock;

    Correcting(
            ApplicationTable applications,
            SubmissionTable submissions,
            PartTable parts,
            PreReview preReview,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.parts = parts;
        this.preReview = preReview;
        this.clock = clock;
    }

    /// What is decided keeps the submission upon which it was decided; all that is still open goes on with this one.
    void correct(Application application, Row part, Acting by, Correction what) {
        long id = application.id();
        Instant now = clock.instant();
        Frozen last = submissions.last(id).orElseThrow();
        Map<String, Object> form = new LinkedHashMap<>(last.form());
        Map<String, Source> sources = new LinkedHashMap<>(last.sources());
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        what.values().forEach((element, value) -> {
            Object before = last.form().get(element);
            boolean same = value == null ? before == null : Drafting.same(value, before);
            if (same || !part.elements().contains(element)) {
                return;
            }
            changed.put(element, value);
            if (value == null) {
                form.remove(element);
                sources.remove(element);
            } else {
                form.put(element, value);
                sources.put(element, SAID);
            }
        });
        Map<String, Brought> brought = new LinkedHashMap<>();
        List<GivenPaper> papers = last.papers().stream()
                .map(paper -> paper.items().contains(part.item()) ? again(id, paper, what, by, now, brought) : paper)
                .toList();
        submissions.insert(
                id,
                new Frozen(
                        last.number() + 1,
                        now,
                        by.account(),
                        by.person().name(),
                        last.applicant(),
                        form,
                        reported(last, changed.keySet()),
                        sources,
                        papers,
                        PreReview.VERSION,
                        preReview.of(application, changed, brought)));
        parts.goOnWith(id, last.number() + 1);
    }

    /// Where the department's own value is corrected, what it had said stays beside it.
    private static Map<String, Object> reported(Frozen last, Set<String> changed) {
        Map<String, Object> reported = new LinkedHashMap<>(last.reported());
        for (String element : changed) {
            Source source = last.sources().get(element);
            Object before = last.form().get(element);
            if (source != null && source.origin() == Origin.DEPARTMENT && before != null) {
                reported.putIfAbsent(element, before);
            }
        }
        return reported;
    }

    private GivenPaper again(
            long id, GivenPaper before, Correction what, Acting by, Instant now, Map<String, Brought> brought) {
        NewPaper paper = what.papers().stream()
                .filter(each -> each.paper().equals(before.paper()))
                .findFirst()
                .orElse(null);
        if (paper == null) {
            return before;
        }
        Attachment file = keep(id, paper, by, now);
        brought.put(paper.paper(), new Brought(paper.way(), file));
        return new GivenPaper(before.paper(), HandingIn.given(paper.way()), null, file, before.items());
    }

    private @Nullable Attachment keep(long id, NewPaper paper, Acting by, Instant now) {
        Applications.Upload upload = paper.upload();
        PaperFile type = upload == null ? null : PaperFile.of(upload.content());
        if (upload == null || type == null) {
            return null;
        }
        String name = Drafting.shown(upload.name(), paper.paper());
        Attachment about = new Attachment(0, name, type.type(), upload.content().length, type.cut());
        long file = applications.keep(id, paper.paper(), about, upload.content(), by.account(), now);
        return new Attachment(file, name, type.type(), about.size(), type.cut());
    }
}
