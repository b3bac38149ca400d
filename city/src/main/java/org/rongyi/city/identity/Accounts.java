package org.rongyi.city.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The accounts of people: administrators make, change and close them. Each act is on record. Whatever takes
/// `by` throws [org.springframework.security.access.AccessDeniedException] when that is no administrator.
public interface Accounts {
    int SHORTEST_PASSWORD = 12;

    /// More than the hash takes.
    int MOST_BYTES_OF_PASSWORD = 72;

    /// @param givenOut whether its password is one that somebody else knows: whoever signs in with it first chooses
    /// their own
    /// @param closedAt null while the person can sign in
    record Account(
            Person person, boolean givenOut, @Nullable Instant closedAt) {
        public boolean isOpen() {
            return closedAt == null;
        }
    }

    /// Also one that is closed.
    Optional<Account> find(String account);

    /// Those that have the text in account or name, by account; empty finds all.
    List<Account> search(String text, int offset, int limit);

    int count(String text);

    /// Every department that somebody works for, by name.
    List<String> departments();

    enum What {
        MADE,
        CHANGED,
        PASSWORD_GIVEN,
        PASSWORD_CHOSEN,
        CLOSED,
        OPENED,
        REGISTERED,
        ENDED
    }

    /// @param about what it was, and on what evidence. What has words in both languages (roles, capacities,
    /// departments) stands in braces, as `{OFFICER}`: each page says it in the language of its reader.
    record Entry(Instant at, String by, What what, String about) {}

    int MOST_ENTRIES = 200;

    /// What was done with it, the newest first; of more than [#MOST_ENTRIES] the newest ones.
    List<Entry> entries(String account);

    enum Fault {
        NO_ACCOUNT_NAME,
        TAKEN,
        NO_NAME,
        /// Officers, heads and clerks work for a department: it answers for what they see.
        NO_DEPARTMENT,
        /// Nobody shuts the door on themselves.
        OWN,
        /// Those of the demo stand in its file.
        OF_THE_DEMO,
        CLOSED,
        /// Whoever works for a department represents no firm.
        OF_A_DEPARTMENT,
        /// Whoever represents a firm works for no department.
        REPRESENTS,
        /// Nobody enters themselves as the representative of a firm.
        ONESELF,
        NO_CREDIT_CODE,
        UNKNOWN_FIRM,
        /// It is no more, and the days to finish are over.
        FIRM_OVER,
        ALREADY,
        NO_PROOF
    }

    sealed interface Done {
        /// @param password to be told to the person; it is shown this once. Null where none was made.
        record Well(@Nullable String password) implements Done {}

        /// @param faults all of them
        record Refused(Set<Fault> faults) implements Done {}
    }

    Done make(Acting by, Person person);

    /// Name, department and roles of the one with this account.
    Done change(Acting by, Person person);

    /// A new password; who is signed in as this person is signed out.
    Done givePassword(Acting by, String account);

    /// The person signs in no longer and acts for no firm any more.
    Done close(Acting by, String account);

    /// With a new password, and without the mandates of before.
    Done reopen(Acting by, String account);

    /// Where somebody sits who chooses a password.
    ///
    /// @param session the one that goes on
    record Seat(String session, String address) {}

    /// Whether that password is the person's; the new one is kept only then. Other sessions of the person end. A
    /// wrong one counts as an attempt to sign in: an open session is no place to guess at.
    Chosen choose(String account, String present, String chosen, Seat seat);

    enum Chosen {
        WELL,
        /// The present password is another one.
        NOT_THIS,
        /// Too many wrong ones: nothing was looked at.
        TOO_MANY,
        TOO_SHORT,
        TOO_LONG,
        /// It is the present one, or the account.
        GUESSED,
        OF_THE_DEMO
    }
}
