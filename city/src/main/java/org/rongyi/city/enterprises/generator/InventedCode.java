package org.rongyi.city.enterprises.generator;

import org.rongyi.city.vocabulary.CreditCode;

/// Credit codes that pass every check and can belong to no firm: `Y` stands for registration departments outside those
/// that register enterprises and traders (GB 32100-2015, table 1).
final class InventedCode {
    static final char DEPARTMENT = 'Y';

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int DIGITS = 7;

    /// 31 to the power of 7.
    private static final long SUBJECTS = 27_512_614_111L;

    /// Prime to 31, so that multiplying by it mixes the numbers without making two the same.
    private static final long MIX = 12_345_678_901L;

    /// More would overflow, and no city has so many.
    static final long MOST = 500_000_000;

    private InventedCode() {}

    /// @param kind second character: 1 enterprise, 2 sole trader, 3 farmers' co-operative
    /// @param number 0 to [#MOST], another one for every entity
    static CreditCode of(char kind, String districtCode, long number) {
        StringBuilder subject = new StringBuilder(8).append(DEPARTMENT);
        long rest = number * MIX % SUBJECTS;
        for (int i = 0; i < DIGITS; i++) {
            subject.append(ALPHABET.charAt((int) (rest % 31)));
            rest /= 31;
        }
        String first17 = "" + DEPARTMENT + kind + districtCode + subject + CreditCode.subjectCheck(subject.toString());
        return new CreditCode(first17 + CreditCode.check(first17));
    }
}
