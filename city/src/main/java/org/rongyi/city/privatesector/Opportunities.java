package org.rongyi.city.privatesector;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// Projects that departments offer to firms. Being interested is no application: it tells the department whom to call.
public interface Opportunities {
    int LONGEST_TITLE = 100;
    int LONGEST_WORDS = 2000;
    int LONGEST_CONTACT = 100;

    /// Open ones, the one that ends first first.
    List<Opportunity> open(int limit);

    Optional<Opportunity> find(long id);

    /// @return empty when it was published, otherwise what is wrong
    Set<Fault> publish(NewOpportunity what, Acting officer);

    /// Those of the officer's department, newest first.
    List<Opportunity> own(Acting officer);

    /// Says what came of it.
    boolean close(long id, String outcome, Acting officer);

    /// Which firms are interested, for the department that offers it; the look is on record.
    List<Interest> interests(long id, Acting officer);

    /// Once more changes contact and words. Asks for a mandate to apply.
    ///
    /// @return false when it is over, or the contact is missing
    boolean beInterested(long id, String contact, String words, Acting who);

    boolean withdraw(long id, Acting who);

    /// The firm's own. Asks for a mandate to see.
    Optional<Interest> interest(long id, Acting who);

    /// Who of the department saw how the firms are reached, the last one first.
    List<Look> looks(long id);

    /// @param amountWan null: not told
    /// @param until last day, inclusive
    record NewOpportunity(
            String title,
            String words,
            @Nullable BigDecimal amountWan,
            @Nullable LocalDate until,
            String contact) {}

    enum Fault {
        TITLE,
        WORDS,
        AMOUNT,
        /// Not from today on, within two years.
        UNTIL,
        CONTACT
    }

    /// @param outcome what came of it; null while it is open
    /// @param interested how many firms are
    record Opportunity(
            long id,
            String unit,
            String title,
            String words,
            @Nullable BigDecimal amountWan,
            LocalDate until,
            String contact,
            Instant publishedAt,
            @Nullable String outcome,
            int interested) {
        public boolean takes(LocalDate today) {
            return outcome == null && !today.isAfter(until);
        }
    }

    record Interest(CreditCode firm, String contact, String words, Instant at) {}

    record Look(Instant at, String name, String unit) {}
}
