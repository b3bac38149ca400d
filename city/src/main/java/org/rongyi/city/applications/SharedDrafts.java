package org.rongyi.city.applications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;

/// Drafts that somebody helps to fill in. The draft stays its person's: who is let in sees it, and with [Scope#FILL]
/// fills in its form; nobody who is let in hands it in, attaches papers to it or discards it. Personal numbers are not
/// shown to them.
public interface SharedDrafts {
    /// Longer nobody is let in at once; it can be given again.
    Duration LONGEST = Duration.ofDays(14);

    /// @param helper account of the one who is let in, a helper
    /// @param until not later than [#LONGEST] from now
    Sharing share(long draft, Acting by, String helper, Scope scope, Instant until);

    /// Takes it back at once.
    ///
    /// @return false when there is no such leave, it has ended, or the draft is not theirs
    boolean takeBack(long share, Acting by);

    /// Who was let in gives it up.
    void leave(long draft, Acting helper);

    /// Every leave that was given for the draft, newest first; empty for whom the draft is not there.
    List<Share> shares(long draft, Acting by);

    /// These, newest first. Whoever calls answers for who reads it.
    List<Share> given(List<Long> some);

    /// Who changed what, newest first, from the first leave on; empty for whom the draft is not there.
    List<Change> changes(long draft, Acting by);

    /// The number of the newest change: whoever fills in a form says which one they had before them.
    long newest(long draft);

    /// The draft for one who is let in; the look is on record.
    Optional<Opened> open(long draft, Acting helper);

    /// The same without a look: for what a page that is open sends.
    Optional<Opened> find(long draft, Acting helper);

    /// What a person says of an own draft, or a helper of one that they may fill in. What somebody else changed since
    /// `seen` stays as it is now.
    ///
    /// @return elements that stayed for that reason; empty too where the draft is not theirs to fill in
    Set<String> say(long draft, Acting by, Map<String, ? extends @Nullable Object> values, long seen);

    enum Scope {
        SEE("只看", "see it"),
        FILL("看和代填", "see it and fill it in");

        private final Words words;

        Scope(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// @param looks how often they opened the draft
    /// @param endedBy name of who took it back; null while nobody did
    record Share(
            long id,
            long draft,
            String account,
            String name,
            String department,
            Scope scope,
            Instant givenAt,
            Instant until,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            int looks,
            @Nullable Instant lastLook) {
        public boolean inForce(Instant now) {
            return endedAt == null && now.isBefore(until);
        }
    }

    sealed interface Sharing {
        record Shared(Share share) implements Sharing {}

        record Refused(Fault fault) implements Sharing {}

        enum Fault {
            /// It is not there, not theirs, or handed in.
            NO_SUCH_DRAFT,
            NO_HELPER,
            /// Not after now, or too far ahead.
            UNTIL
        }
    }

    /// @param helper whether it was done under a leave
    /// @param hidden a personal number: it changed, and is not repeated here
    record Change(
            long id,
            Instant at,
            String account,
            String name,
            boolean helper,
            String element,
            boolean hidden,
            @Nullable Object before,
            @Nullable Object after) {}

    record Opened(Draft draft, Share share) {}
}
