package org.rongyi.city.utilities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;

/// What a firm does about its connections. Acting asks for a mandate to apply; looking, for one to see
/// ([Acting#firmFor]).
public interface Connections {
    int LONGEST_REASON = 300;
    /// So many are told, the last ones.
    int MOST_LOOKS = 50;

    /// What an application begins with.
    Known known(Acting firm);

    /// The same form sent twice is one application.
    ///
    /// @throws IllegalArgumentException when nothing, or something that the city does not connect, is asked for
    Applying apply(NewConnection what, Acting firm);

    /// The last one first.
    List<Connection.Brief> of(Acting firm, int offset, int limit);

    long count(Acting firm);

    /// Whoever may only look sees no telephone number of whoever is at the place.
    Optional<Connection> find(long id, Acting firm);

    /// What waits for the firm now, in one query.
    List<Waiting> waiting(Acting firm);

    /// When all of these operators can come, the earliest first.
    ///
    /// @param utilities that are surveyed together; those that are no longer to be surveyed count no more
    Proposals slots(long id, Set<String> utilities, Acting firm);

    /// Books the time for these operators; what they had before is given up.
    ///
    /// @param reason needed where one of them had another time
    Booking book(long id, Set<String> utilities, Instant start, String reason, Acting firm);

    /// Accepts plan and quote.
    Choosing choose(long id, String utility, long plan, Acting firm);

    /// Wants another plan.
    boolean askAgain(long id, String utility, String reason, Acting firm);

    /// The firm does not want this one any more; the others go on.
    boolean withdraw(long id, String utility, String reason, Acting firm);

    /// Who looked at it for an operator or an authority, the last one first.
    List<Look> looks(long id, Acting firm);

    /// @param area code of the place; empty: not known
    /// @param wanted element to value, from what the firm asked for last
    record Known(String address, String area, String phone, Map<String, Object> wanted) {}

    sealed interface Applying {
        record Applied(Connection connection) implements Applying {}

        /// The form was handed in before, and something else stood in it: nothing was changed.
        record SaidOtherwise(Connection before) implements Applying {}
    }

    sealed interface Proposals {
        /// @param slots the earliest first; none: no time was found up to that day
        record Found(List<Slot> slots, LocalDate until) implements Proposals {}

        /// No crew of these operators serves the place, or can do what is asked for.
        record NoCrew(Set<String> utilities) implements Proposals {}

        /// Nothing of it is to be surveyed.
        record Nothing() implements Proposals {}
    }

    sealed interface Booking {
        record Booked(Connection.Visit visit) implements Booking {}

        /// Somebody else was faster, or it is no time at which all can come.
        record Taken() implements Booking {}

        record ReasonMissing() implements Booking {}

        /// It has begun, or nothing of it is to be surveyed.
        record TooLate() implements Booking {}
    }

    sealed interface Choosing {
        record Chosen() implements Choosing {}

        record Expired(@Nullable LocalDate validUntil) implements Choosing {}

        /// There is another plan, or none is to be chosen.
        record NotNow() implements Choosing {}
    }

    /// Of one application, how many of its connections wait for what.
    ///
    /// @param toBook for a time of the survey
    /// @param overdue the day of the survey has passed, and its record is not signed
    /// @param toChoose for a plan to be chosen
    /// @param expired for another plan: the quote holds no longer
    record Waiting(long id, int toBook, int overdue, int toChoose, int expired) {}

    record Look(Instant at, String name, String unit) {}
}
