package org.rongyi.city.filings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// A firm's dates, on the page, in its calendar program and by e-mail.
public interface FilingCalendar {
    int MOST_DAYS_BEFORE = 30;

    /// The earliest first; both days inclusive.
    List<Due> between(CreditCode firm, LocalDate from, LocalDate until);

    /// The same of a firm whose portrait is at hand.
    List<Due> between(Portrait portrait, LocalDate from, LocalDate until);

    /// Elements without which it cannot be said whether more concerns the firm.
    List<String> missing(CreditCode firm);

    /// Whether this person has an address for a calendar program.
    boolean hasAddress(Acting by);

    /// Makes one and ends the one before. Its secret is shown now and never again.
    String makeAddress(Acting by);

    void endAddress(Acting by);

    /// What a calendar program gets (RFC 5545); empty for a secret that is unknown or ended, or whose
    /// owner may no longer see the firm.
    Optional<String> feed(String secret);

    /// How many days before this person is told; 0: not at all.
    int daysBefore(Acting by);

    void remind(Acting by, int daysBefore);
}
