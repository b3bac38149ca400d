package org.rongyi.city.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// Reading cases.
public interface CaseFiles {
    Optional<Case> find(long id);

    /// The same of many, in one query, in no order.
    List<Case> find(List<Long> ids);

    /// Everything on record, if this person may see it: officers of the departments that have or had it, whoever
    /// answers for it, the heads of these departments, leaders whose department a level of the kind names, and the
    /// applicant. Empty also where there is no such case.
    Optional<CaseFile> open(long id, Acting reader);

    /// The same by the number that people read.
    Optional<CaseFile> open(String number, Acting reader);

    /// Which of these cases this person may see, as [#open(long, Acting)] has it.
    Set<Long> openable(List<Long> ids, Acting reader);

    /// The same for the room that opened it, which answers for who reads it. What may be done is not told.
    Optional<CaseFile> record(long id);

    /// The cases of a firm, newest first, at most `limit`.
    List<Case> of(CreditCode firm, int limit);

    /// The cases that a room opened about something of its own.
    List<Case> about(String about);

    /// Whether the timeline is what it was when it was written.
    Verification verify(long id);

    sealed interface Verification {
        record Intact(int entries) implements Verification {}

        /// @param entry number of the first entry that is not what it was, or that is missing
        record Tampered(int entry) implements Verification {}

        record NoSuchCase() implements Verification {}
    }
}
