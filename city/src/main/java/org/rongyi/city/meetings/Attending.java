package org.rongyi.city.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;

/// What a firm does about a meeting. It asks for a mandate to apply; what the firm sees, for one to see
/// ([Acting#firmFor]).
public interface Attending {
    /// The firm's place; empty when it has not signed up.
    Optional<SignUp> place(long session, Acting who);

    /// With a seat, or behind those who wait. Once more changes contact and number of people, never the place.
    ///
    /// @param people 1 to [SignUp#MOST_PEOPLE]
    /// @return empty when signing up is over
    Optional<SignUp> signUp(long session, String contact, int people, Acting who);

    /// The first who waits gets the seat.
    ///
    /// @return whether there was a place to give up
    boolean withdraw(long session, Acting who);

    /// @param words 1 to [Issue#LONGEST_WORDS] signs
    /// @return false when the firm has not signed up, the meeting is over, or it has brought [#MOST_ISSUES]
    boolean bring(long session, String words, Acting who);

    /// What the firm brought, the first one first.
    List<Issue> issues(long session, Acting who);

    /// The answer did not solve it: from now on it is an appeal.
    ///
    /// @return empty when there is no such issue of this firm, it has no answer, or it became an appeal before
    Optional<Issue> notSolved(long issue, Acting who);

    /// @param stars 1 to 5
    /// @return false when the firm was not there or has rated it
    boolean rate(long session, int stars, String words, Acting who);

    Optional<Rating> rating(long session, Acting who);

    /// Who of the department looked at how the firms are reached, the last one first.
    List<Look> looks(long session, Acting who);

    int MOST_ISSUES = 10;
    int LONGEST_RATING = 500;

    record Rating(int stars, String words) {}

    record Look(Instant at, String name) {}
}
