package org.rongyi.city.identity;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;

/// The right of a person to act for a firm.
///
/// @param until last day, inclusive; null for a legal representative or owner, whose right ends when the
/// register says that somebody else is it ([Mandates#represented]) or that the firm is no more
/// ([Mandates#dissolved])
/// @param grantedBy account of who granted it; the registration authority's data for legal representatives
public record Mandate(
        long id,
        CreditCode firm,
        String account,
        Capacity capacity,
        Set<Purpose> purposes,
        @Nullable LocalDate until,
        String grantedBy) {
    public enum Capacity {
        LEGAL_REPRESENTATIVE("法定代表人", "Legal representative"),
        OWNER("经营者", "Proprietor"),
        AGENT("受托人", "Agent");

        private final Words words;

        Capacity(String zh, String en) {
            words = new Words(zh, en);
        }

        public Words words() {
            return words;
        }
    }

    /// What an agent may do. Legal representatives and owners may do everything.
    public enum Purpose {
        VIEW,
        ANSWER,
        CONTEST,
        APPLY
    }

    public boolean allows(Purpose purpose) {
        return capacity != Capacity.AGENT || purposes.contains(purpose);
    }
}
