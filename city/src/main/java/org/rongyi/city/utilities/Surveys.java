package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.city.identity.Acting;

/// What crews do at the place. An account is in a crew where the city's file says so.
public interface Surveys {
    int LARGEST_PHOTO = 8_000_000;
    int MOST_PHOTOS = 20;

    /// Where the account's crew is expected: today's first, then what was not finished, the last one first,
    /// then what comes.
    List<Call> calls(Acting surveyor, int offset, int limit);

    long callCount(Acting surveyor);

    /// The look is on record, and the firm sees it.
    Optional<Job> job(long visit, Acting surveyor);

    /// Writes down what was found; a field that is not named stays as it is, an empty one is taken out.
    ///
    /// @param key of the form: sent again it changes nothing
    /// @param values `utility.measure` or `site.measure` to what was found
    Saving save(long visit, UUID key, Map<String, String> values, Acting surveyor);

    Keeping photo(long visit, byte[] content, Acting surveyor);

    /// For everybody who has a part in it: crews, operators, authorities, the firm. An officer's look is on record.
    Optional<SurveyRecord> record(long visit, Acting reader);

    /// For the same, and on record as well.
    Optional<SurveyRecord.Content> photo(long visit, long photo, Acting reader);

    /// An operator's crew is not there: those who are go on without it. Not before the hour for which all
    /// were asked, and not one that has signed: it was there.
    ///
    /// @param reason empty: it is there after all
    boolean absent(long visit, String utility, String reason, Acting surveyor);

    /// @param hash of the record that the surveyor read
    Signing sign(long visit, String hash, Acting surveyor);

    /// @param utility whose crew the account is in
    record Job(Connection connection, SurveyRecord record, String utility) {}

    /// One line of a crew's list.
    ///
    /// @param others utilities whose crews are expected as well
    record Call(
            long visit,
            Instant startsAt,
            Instant endsAt,
            String applicant,
            String address,
            String area,
            List<String> others) {}

    sealed interface Saving {
        record Saved(SurveyRecord record) implements Saving {}

        /// @param fields that are no numbers, or too long
        record Wrong(List<String> fields) implements Saving {}

        /// All have signed, or there is no such visit of this crew.
        record Closed() implements Saving {}
    }

    enum Keeping {
        KEPT,
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        /// Told by its content.
        NO_PICTURE,
        CLOSED
    }

    sealed interface Signing {
        /// @param closed everybody who is there has signed
        record Signed(boolean closed) implements Signing {}

        /// Somebody wrote something since, or one that was surveyed is refused or withdrawn: it is to be
        /// read again.
        record Changed() implements Signing {}

        /// @param fields without which nobody can sign
        record Missing(List<String> fields) implements Signing {}

        /// The survey has not begun yet.
        record TooEarly() implements Signing {}

        record Closed() implements Signing {}
    }
}
