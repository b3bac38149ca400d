package org.rongyi.seals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rongyi.seals.ofd.Unreadable;

/// What a verifier says about a file.
public sealed interface Verdict {
    /// It was not judged, because it cannot be read, or not without harm.
    record NotReadable(Unreadable.Why why, String detail) implements Verdict {}

    /// @param documentId what the document calls itself; empty where it does not
    /// @param answers    to every check that applies, in the order of [Check]
    /// @param uses       the seals on it, also where a check fails: then they are what the file claims
    record Judged(String documentId, List<Answer> answers, List<SealUse> uses) implements Verdict {
        public Judged {
            answers = List.copyOf(answers);
            uses = List.copyOf(uses);
        }

        public boolean valid() {
            return answers.stream().allMatch(Answer::holds);
        }

        public Set<Check> failed() {
            EnumSet<Check> failed = EnumSet.noneOf(Check.class);
            answers.stream().filter(answer -> !answer.holds()).forEach(answer -> failed.add(answer.check()));
            return failed;
        }
    }

    /// @param detail which part, which certificate; empty where there is nothing to add
    record Answer(Check check, boolean holds, String detail) {}

    /// @param sealId empty where a signature comes without a seal
    /// @param at     in the words of who signed
    record SealUse(String sealId, String sealName, String signer, Instant at) {}
}
