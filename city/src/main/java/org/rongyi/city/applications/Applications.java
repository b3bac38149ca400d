package org.rongyi.city.applications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.PaperFile;
import org.rongyi.definitions.Words;

/// Applications that were handed in, and the list of all.
public interface Applications {
    /// Drafts of this person, and what was handed in for the firm for which the person acts; newest first.
    /// Each part with its case as it stands, without what is on record about it; a draft has no parts yet.
    List<Tracked> of(Acting by);

    /// What was handed in, with each part as it stands. Empty where there is none that this person may see.
    Optional<Tracked> open(long id, Acting reader);

    record Tracked(Application application, String applicant, List<Part> parts) {
        public List<Part> in(Part.State state) {
            return parts.stream().filter(part -> part.state() == state).toList();
        }
    }

    /// Whether this person may answer what a department asks about what was handed in.
    boolean mayAct(Application application, Acting by);

    /// Whether this person may withdraw or leave out a part; a clerk who serves somebody may not.
    boolean mayGiveUp(Application application, Acting by);

    /// Takes back one item that is a case; the others go on.
    Handling withdraw(long id, Acting by, String item, String reason);

    /// Answers what a department asked to correct: a further submission, and the department goes on.
    /// [Handling.Missing] when a paper was replaced or is kept no longer: nothing was sent.
    Handling correct(long id, Acting by, String item, Correction what);

    /// @param values element to its new value; null takes it out
    record Correction(Map<String, ? extends @Nullable Object> values, List<NewPaper> papers) {}

    /// @param file that [#hold] keeps
    record NewPaper(String paper, long file) {}

    /// Keeps a paper of an answer that is not sent yet, in the place of one that was kept for it before: so
    /// it is read and compared with the form. Empty where this person has nothing to answer for the item.
    Optional<Attachment> hold(long id, Acting by, String item, String paper, Upload upload);

    /// What the rules say to an answer that is not sent yet.
    Looked look(long id, Acting by, String item, Correction what);

    /// @param files paper to what is kept for it; one that is kept no longer is missing
    /// @param beingRead how many of them are not compared with the form yet
    record Looked(List<Finding> findings, Map<String, Attachment> files, int beingRead) {}

    /// @param content that [Drafts.Attaching] would keep
    record Upload(String name, byte[] content) {}

    /// What has become of an upload if it were kept.
    static Drafts.Attaching look(byte[] content) {
        if (content.length == 0) {
            return Drafts.Attaching.EMPTY;
        }
        if (content.length > Drafts.LARGEST_FILE) {
            return Drafts.Attaching.TOO_LARGE;
        }
        return PaperFile.of(content) == null ? Drafts.Attaching.UNKNOWN_TYPE : Drafts.Attaching.KEPT;
    }

    /// What happened to the applications of this person and firm, newest first.
    List<Notice> news(Acting by, int limit);

    /// One of those whose application it is has read what happened.
    void seen(Application application, Acting by);

    /// @param what happened, as the kind of case calls it
    /// @param seen whether one of theirs opened the application since
    record Notice(Application application, Words item, Words what, String event, Instant at, boolean seen) {}

    /// Takes out an optional item that has not started; false when it cannot be.
    boolean leaveOut(long id, Acting by, String item);
}
