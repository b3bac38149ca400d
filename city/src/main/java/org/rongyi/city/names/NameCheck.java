package org.rongyi.city.names;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// Looks at a name that somebody has chosen for a firm.
public interface NameCheck {
    /// @param company whether the law wants the form of the firm at its end
    /// @param own the firm that has the name already, where it has one; null for a new firm
    Report check(String name, boolean company, @Nullable CreditCode own);

    /// @param parts what the name is made of
    /// @param faults what the law has against it, all at once
    /// @param alike names of the register that are the same or close, the closest first
    /// @param free names close to it that no firm has
    /// @param whole whether all of the register was compared; false while it is still being read
    record Report(Parts parts, List<Fault> faults, List<Alike> alike, List<String> free, boolean whole) {
        public boolean clear() {
            return faults.isEmpty() && alike.isEmpty();
        }
    }

    /// Each empty where the name has none.
    record Parts(String area, String tradeName, String industry, String form) {}

    /// @param rule a short name of what was looked at
    record Fault(String rule, Words what, Words basis, Words mend) {}

    record Alike(String name, How how) {}

    /// How close a name is. The order is that of the law: what comes first is refused first.
    enum How {
        SAME(new Words("名称一样", "the same name")),
        SAME_TRADE_NAME(new Words("字号和行业一样", "same trade name and industry")),
        SOUND(new Words("读音一样", "sounds the same")),
        ONE_CHARACTER(new Words("只差一个字", "one character differs"));

        private final Words words;

        How(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }
}
