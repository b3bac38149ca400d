package org.rongyi.city.identity;

import java.util.UUID;
import org.rongyi.city.vocabulary.CreditCode;

/// Credit codes that no firm has.
public final class TestFirms {
    public CreditCode next() {
        String digits = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1) + "00000000";
        String subject = "M" + digits.substring(0, 7);
        String first = "91990100" + subject + CreditCode.subjectCheck(subject);
        return new CreditCode(first + CreditCode.check(first));
    }
}
