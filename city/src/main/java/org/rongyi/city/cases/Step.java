package org.rongyi.city.cases;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind.Need;

/// One act of one actor on one case.
///
/// @param seen the revision that the actor had before the eyes: if the case moved on since, the act is refused and
///      shown what happened. Null: whatever it is now
public record Step(
        long caseId, Actor by, Grounds grounds, @Nullable Integer seen) {
    public static Step of(long caseId, Actor by) {
        return new Step(caseId, by, Grounds.NONE, null);
    }

    public Step because(String reason) {
        return new Step(caseId, by, new Grounds(reason, grounds.basis(), grounds.proof()), seen);
    }

    public Step basedOn(String basis) {
        return new Step(caseId, by, new Grounds(grounds.reason(), basis, grounds.proof()), seen);
    }

    public Step proving(String proof) {
        return new Step(caseId, by, new Grounds(grounds.reason(), grounds.basis(), proof), seen);
    }

    public Step having(int revision) {
        return new Step(caseId, by, grounds, revision);
    }

    /// Blank texts are none; text at most [Cases#LONGEST_TEXT] long.
    ///
    /// @param basis the clause on which it stands
    /// @param proof title and number of the paper that shows it
    public record Grounds(
            @Nullable String reason,
            @Nullable String basis,
            @Nullable String proof) {
        public static final Grounds NONE = new Grounds(null, null, null);

        public Grounds {
            reason = text(reason);
            basis = text(basis);
            proof = text(proof);
        }

        Set<Need> missing(Set<Need> needs) {
            Set<Need> missing = new TreeSet<>(needs);
            missing.removeIf(need -> switch (need) {
                case REASON -> reason != null;
                case BASIS -> basis != null;
                case PROOF -> proof != null;
            });
            return missing;
        }

        private static @Nullable String text(@Nullable String given) {
            if (given == null || given.isBlank()) {
                return null;
            }
            if (given.strip().length() > Cases.LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "a text has (" + given.length() + ") characters\nMaybe at most " + Cases.LONGEST_TEXT + ".");
            }
            return given.strip();
        }
    }
}
