package org.rongyi.city.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;

/// Publishes policies without their files: checked first, then in force at once for the whole city. What
/// was published counts until the city's files bring other texts of the same policy.
public interface PolicyEditor {
    int MOST_CHARACTERS = 200_000;
    int LONGEST_REASON = 400;

    /// A policy as the file in which it was published, or as one that says the same; empty when there is no
    /// such policy.
    Optional<String> file(String policyId);

    /// The policy with its text of today ending on a day; empty when none is in force today.
    Optional<String> ended(String policyId, LocalDate lastDay);

    /// A draft of the lab as a policy file, beside the texts of the policy that it would replace.
    String file(Draft.Sound draft);

    /// What a policy file is and what it would change; nothing is kept.
    Checked check(String file);

    sealed interface Checked {}

    /// @param faults all of them, each with its place in the file and the line
    record Faulty(List<Fault> faults) implements Checked {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// @param policy as it would count
    /// @param before as it counts now; null for a new one
    /// @param seen what it was compared with, to be given back when it is published
    /// @param text what is new: the text that would hold today, or the last one that is new, or the one
    /// that ends
    /// @param today the text in force now; null when there is none
    /// @param warnings what is worth a look and keeps nothing back
    record Sound(
            PolicyDefinition policy,
            @Nullable PolicyDefinition before,
            String seen,
            @Nullable PolicyVersion text,
            @Nullable PolicyVersion today,
            List<TextChange> changes,
            List<Fault> warnings)
            implements Checked {
        public Sound {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }

        public boolean changesNothing() {
            return changes.stream().allMatch(change -> change.kind() == TextChange.Kind.SAME) && !retitled();
        }

        private boolean retitled() {
            return before != null && !head(before).equals(head(policy));
        }

        /// What stands above the texts.
        private static List<@Nullable Object> head(PolicyDefinition policy) {
            return Arrays.asList(
                    policy.title(),
                    policy.issuer(),
                    policy.documentNo(),
                    policy.level(),
                    policy.field(),
                    policy.kind(),
                    policy.mode(),
                    policy.exclusiveGroup());
        }
    }

    /// What becomes of a text of the policy.
    record TextChange(Kind kind, PolicyVersion text) {
        public enum Kind {
            NEW,
            /// It ends, or ends earlier.
            ENDS,
            /// Something is mended that decides nothing.
            MENDED,
            /// It holds no more, not for days past either.
            GONE,
            SAME
        }
    }

    /// @param seen of the check that was looked at
    /// @throws org.springframework.security.access.AccessDeniedException for whoever edits no policies
    Publishing publish(String file, String seen, String reason, Acting by);

    enum Publishing {
        DONE,
        /// Something else of the policy was published meanwhile.
        STALE,
        /// It has faults, or changes nothing.
        NOT_SOUND
    }

    /// Whether what counts of a policy was published on a page, and not by the city's files.
    boolean onPage(String policyId);

    /// What was published on pages of a policy, newest first.
    List<Published> history(String policyId);

    /// @param counts whether it holds now
    record Published(String policyId, String reason, String person, Instant at, boolean counts) {}

    /// What was published on pages and does not count any more, and files beside it that do not.
    List<PutAside> putAside();

    /// @param at when it was published on a page
    /// @param version the name that is taken; empty for another reason
    record PutAside(String policyId, Instant at, Why why, String version) {
        public enum Why {
            /// The city's files brought other texts of the policy since, and they count.
            FILE_CHANGED,
            /// Something that its rules read has left the dictionary.
            UNREADABLE,
            /// The city's file gives another text the name of one that was published on a page; the page counts.
            NAME_TAKEN
        }
    }
}
