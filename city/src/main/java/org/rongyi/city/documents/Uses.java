package org.rongyi.city.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// Who of a firm may use its seals and licences, for what and until when, and what was done with them. Legal
/// representatives and owners may use all of them, anybody else what was granted.
public interface Uses {
    int LONGEST_YEARS = 1;

    /// A seal or licence of a firm.
    ///
    /// @param id of the seal, or document of the licence
    record Thing(Kind kind, String id) {
        public enum Kind {
            SEAL,
            LICENCE
        }
    }

    /// @param until last day, inclusive
    record Wish(
            @Nullable Thing thing,
            String account,
            @Nullable UsePurpose purpose,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record Grant(long id, Thing thing, String account, UsePurpose purpose, LocalDate from, LocalDate until) {}

    record Used(Thing thing, String account, UsePurpose purpose, String what, Instant at) {}

    enum Fault {
        NO_THING,
        /// Only who has a mandate of the firm is one of its people.
        NOT_OF_THE_FIRM,
        NO_PURPOSE,
        NO_PERIOD,
        PAST,
        TOO_LONG
    }

    /// What the person is granted; empty: it is.
    ///
    /// @throws org.springframework.security.access.AccessDeniedException when `by` is no principal of a firm
    Set<Fault> grant(Acting by, Wish wish);

    /// Ends a grant at once; false where there is none (any longer).
    ///
    /// @throws org.springframework.security.access.AccessDeniedException as [#grant]
    boolean revoke(Acting by, long id);

    /// Those that are not over, by what they are for.
    List<Grant> grants(CreditCode firm);

    /// What the person may use today; a purpose that is null means any.
    boolean may(Acting by, Thing thing, @Nullable UsePurpose purpose);

    /// What was done, the newest first.
    List<Used> uses(CreditCode firm, int limit);
}
