package org.rongyi.city.applications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// Applications that are being prepared. A draft belongs to the person who began it, and for a firm only as long as the
/// person may apply for it: to everybody else it is not there.
public interface Drafts {
    int LARGEST_FILE = 10 * 1024 * 1024;

    /// @throws org.springframework.security.access.AccessDeniedException when the journey is about a firm, and the
    /// person may apply for none or it is closed
    Application begin(Acting by, Beginning what);

    /// @param journey id of a journey
    /// @param said what was answered before
    record Beginning(String journey, Map<String, Object> said, Set<String> unsure, Set<String> leftOut) {}

    /// Whether the firm is deregistered: for it nothing can be begun any longer.
    boolean closed(CreditCode firm);

    /// A clerk begins at a window for somebody who is there and consents; who may do what is asked again when it is
    /// handed in.
    ///
    /// @throws org.springframework.security.access.AccessDeniedException when `clerk` is none
    Assisting assist(Acting clerk, Beginning what, Consent consent);

    /// @param account of the person who is there
    /// @param name asked so that a slip in the account serves nobody else
    /// @param firm for which the person may apply; null while the person founds one
    /// @param proof what shows the consent, such as the signed form that stays at the window
    record Consent(String account, String name, @Nullable CreditCode firm, String proof) {}

    sealed interface Assisting {
        record Begun(Application draft) implements Assisting {}

        record Refused(Set<Fault> faults) implements Assisting {}

        enum Fault {
            /// No such account, another name, or somebody who works for a department.
            NO_SUCH_PERSON,
            /// The journey is about a firm, and none is named.
            NO_FIRM,
            /// The person may not apply for the firm, or it is closed.
            MAY_NOT_APPLY,
            NO_PROOF
        }
    }

    Optional<Draft> find(long id, Acting by);

    /// Keeps what was said; a value null takes it back. What a department has on record in the same words stays the
    /// department's.
    void say(long id, Acting by, Map<String, ? extends @Nullable Object> values, Set<String> unsure);

    void leaveOut(long id, Acting by, String item, boolean out);

    /// @param way null takes back what was said about the paper
    void bring(long id, Acting by, String paper, Application.@Nullable Way way);

    /// Keeps a file for a paper; what it is, its content says.
    Attaching attach(long id, Acting by, String paper, String name, byte[] content);

    enum Attaching {
        KEPT,
        EMPTY,
        TOO_LARGE,
        /// Neither PDF nor PNG nor JPEG.
        UNKNOWN_TYPE,
        /// The application does not ask for such a paper.
        NOT_ASKED
    }

    Optional<HandedIn.Content> file(long id, Acting by, long fileId);

    /// What a department would ask to correct, all at once. It refuses nothing.
    List<Finding> review(Draft draft);

    /// Hands it in: freezes it and opens the cases that can start. Handing in twice is handing in once.
    Handing handIn(long id, Acting by);

    sealed interface Handing {
        record Done(Application handedIn) implements Handing {}

        /// No item is sure to apply yet.
        record NotReady(Draft draft) implements Handing {}

        record NoSuchDraft() implements Handing {}
    }

    /// @return false when there is no such draft
    boolean discard(long id, Acting by);
}
