package org.rongyi.city.appeals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;

/// Appeals, for whoever brings something up and for the entrances by which they come.
public interface Appeals {
    /// Told elsewhere, or accepted: opened as a case with its department and date in the same transaction.
    Receiving receive(NewAppeal what);

    /// The appeal with this number, if the code is its own.
    Optional<Appeal> follow(String number, String code);

    /// The appeal with this number, if this person sent it for themselves or may see what its firm sends.
    Optional<Appeal> open(String number, Acting reader);

    /// Whether this person may speak for whoever sent it: nobody who had it in hand does.
    boolean mayAct(Appeal appeal, Acting who);

    /// What a person, or the firm for which a person acts, sent; newest first.
    ///
    /// @param before id of the last one on the page before; null: the first page
    Listed of(Acting who, @Nullable Long before);

    /// How each of these stands, in their order.
    List<Line> lines(List<Appeal> some);

    /// How those with these numbers stand.
    List<Line> linesOf(List<String> numbers);

    /// Everything on record about it. Whoever calls answers for who reads it.
    CaseFile record(Appeal appeal);

    /// Something more of the reporter.
    Handling say(Appeal appeal, String words);

    /// Whether it is solved, and whether the firm is satisfied. Only both close it; otherwise it goes one
    /// level up.
    Handling answer(Appeal appeal, Answer answer);

    /// Refused while others who brought up the same matter wait for its answer.
    Handling withdraw(Appeal appeal);

    /// Who looked at what the reporter sent, newest first.
    List<Look> looks(Appeal appeal);

    /// @param all how many there are on all pages
    /// @param next where the page that follows begins; null at the end
    record Listed(List<Line> lines, int all, @Nullable Long next) {}

    /// @param unit the department that has it
    record Line(Appeal appeal, Words state, String unit, Waits waits) {}

    /// For whom it waits.
    enum Waits {
        REPORTER,
        HOUSE,
        /// Ended, or until it is asked again.
        NOBODY
    }

    /// @param words why not, or anything more
    record Answer(boolean solved, boolean satisfied, String words) {
        public boolean closes() {
            return solved && satisfied;
        }
    }

    /// @param reporter who the reporter is was shown, not only what was said
    record Look(Instant at, String name, String department, boolean reporter) {}
}
