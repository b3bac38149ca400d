package org.rongyi.city.applications;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.applications.Applications.Correction;
import org.rongyi.city.applications.Applications.Looked;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.applications.Submission.Given;
import org.rongyi.city.applications.Submission.Origin;
import org.rongyi.city.applications.SubmissionTable.Frozen;
import org.rongyi.city.applications.SubmissionTable.GivenPaper;
import org.rongyi.city.applications.SubmissionTable.Source;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.PaperFile;
import org.springframework.stereotype.Component;

/// Makes the next submission out of the last one and what is corrected in it. Papers are kept and read
/// before that, as those of a draft are: whoever answers is told what the department would find, and may
/// still mend it.
@Component
class Correcting {
    private static final Source SAID = new Source(Origin.SAID, null, null);

    private final ApplicationTable applications;
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final PreReview preReview;
    private final ReadingTable readings;
    private final Clock clock;

    Correcting(
            ApplicationTable applications,
            SubmissionTable submissions,
            PartTable parts,
            PreReview preReview,
            ReadingTable readings,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.parts = parts;
        this.preReview = preReview;
        this.readings = readings;
        this.clock = clock;
    }

    /// Empty where the item has no such paper, or the file is none that is kept.
    Optional<Attachment> hold(Row part, String paper, Applications.Upload upload, String account) {
        PaperFile type = PaperFile.of(upload.content());
        boolean asked = submissions.last(part.application()).orElseThrow().papers().stream()
                .anyMatch(each -> each.paper().equals(paper) && each.items().contains(part.item()));
        if (type == null || !asked || Applications.look(upload.content()) != Drafts.Attaching.KEPT) {
            return Optional.empty();
        }
        long id = part.application();
        applications.forgetHeld(id, part.item(), paper);
        Attachment about = new Attachment(
                0, Drafting.shown(upload.name(), paper), type.type(), upload.content().length, type.cut());
        long file = applications.keep(id, paper, part.item(), about, upload.content(), account, clock.instant());
        return applications.held(id, part.item(), paper, file);
    }

    Looked look(Application application, Row part, Correction what) {
        Frozen last = submissions.last(application.id()).orElseThrow();
        Next next = Next.of(last, part, what);
        Map<String, Attachment> files = held(part, what);
        Set<Long> waiting = readings.waiting(application.id());
        return new Looked(
                preReview.of(application, next.form(), next.changed(), brought(files)), Map.copyOf(files), (int)
                        files.values().stream()
                                .filter(file -> waiting.contains(file.id()))
                                .count());
    }

    /// Whether every paper of the answer is still kept.
    boolean holds(Row part, Correction what) {
        return held(part, what).size() == what.papers().size();
    }

    private Map<String, Attachment> held(Row part, Correction what) {
        Map<String, Attachment> files = new LinkedHashMap<>();
        what.papers()
                .forEach(paper -> applications
                        .held(part.application(), part.item(), paper.paper(), paper.file())
                        .ifPresent(file -> files.put(paper.paper(), file)));
        return files;
    }

    private static Map<String, Brought> brought(Map<String, Attachment> files) {
        Map<String, Brought> brought = new LinkedHashMap<>();
        files.forEach((paper, file) -> brought.put(paper, new Brought(Way.FILE, file)));
        return brought;
    }

    /// What is decided keeps the submission upon which it was decided; all that is still open goes on with
    /// this one. The caller holds the application: no paper is replaced meanwhile.
    ///
    /// @return false when a paper is gone: the answer does not go without it, and nothing is written
    boolean correct(Application application, Row part, Acting by, Correction what) {
        long id = application.id();
        Frozen last = submissions.last(id).orElseThrow();
        Next next = Next.of(last, part, what);
        Map<String, Attachment> files = held(part, what);
        if (files.size() != what.papers().size()) {
            return false;
        }
        List<GivenPaper> papers = last.papers().stream()
                .map(paper -> paper.items().contains(part.item()) && files.containsKey(paper.paper())
                        ? new GivenPaper(paper.paper(), Given.FILE, null, files.get(paper.paper()), paper.items())
                        : paper)
                .toList();
        submissions.insert(
                id,
                new Frozen(
                        last.number() + 1,
                        clock.instant(),
                        by.account(),
                        by.person().name(),
                        last.applicant(),
                        next.form(),
                        reported(last, next.changed().keySet()),
                        next.sources(),
                        papers,
                        PreReview.VERSION,
                        preReview.of(application, next.form(), next.changed(), brought(files))));
        readings.forget(id);
        applications.forgetHeld(id, part.item(), null);
        parts.goOnWith(id, last.number() + 1);
        return true;
    }

    /// The form after the correction.
    ///
    /// @param changed element to what it is changed to; null: taken out
    private record Next(Map<String, Object> form, Map<String, Source> sources, Map<String, @Nullable Object> changed) {
        static Next of(Frozen last, Row part, Correction what) {
            Map<String, Object> form = new LinkedHashMap<>(last.form());
            Map<String, Source> sources = new LinkedHashMap<>(last.sources());
            Map<String, @Nullable Object> changed = new LinkedHashMap<>();
            what.values().forEach((element, value) -> {
                Object before = last.form().get(element);
                boolean same = value == null ? before == null : Filling.same(value, before);
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
            return new Next(form, sources, changed);
        }
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
}
