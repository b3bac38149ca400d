package org.rongyi.city.policies;

import java.util.List;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.rules.Rule;

/// Tries a rule that stands in no policy on the firms of the register.
public interface Trials {
    /// What the condition reads that points at one firm or person: a code, a name, an address, a telephone number.
    /// With one of them in it the counts would tell, question by question, each secret of one firm, and no look
    /// would be on record.
    List<ElementDefinition> pointers(Rule condition);

    /// Counts how many firms the condition would reach today. Of a large register only as many as can be read in a few
    /// seconds, dealt out at random.
    ///
    /// @throws IllegalArgumentException when the condition has [#pointers]
    Trial count(Rule condition);

    sealed interface Trial {
        /// @param read how many entities were judged; the three counts together
        /// @param total how many the register has
        record Counted(long read, long total, long holds, long unknown, long fails) implements Trial {
            public boolean whole() {
                return read >= total;
            }
        }

        /// Somebody else tries a rule just now.
        record Busy() implements Trial {}
    }
}
