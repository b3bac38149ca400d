package org.rongyi.city.vocabulary;

import java.util.Optional;

/// Unified social credit code of a legal person or sole trader (GB 32100-2015): 18 characters, the last a check
/// character; characters 9 to 17 are the subject code of GB 11714 with its own check digit.
public record CreditCode(String value) implements Comparable<CreditCode> {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] SUBJECT_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /// @throws IllegalArgumentException with the fault when the code is not valid; use [#faultIn] for input from
    /// outside
    public CreditCode {
        String given = value;
        faultIn(value).ifPresent(fault -> {
            throw new IllegalArgumentException("credit code (" + given + "): " + fault.en());
        });
    }

    /// Why a text is no valid credit code.
    public enum Fault {
        LENGTH("要 18 位", "must have 18 characters"),
        CHARACTER("有不该出现的字符（不用 I、O、S、V、Z 和小写）", "has a character that is not allowed (no I, O, S, V, Z)"),
        SUBJECT_CHECK("第 17 位校验不对", "the check digit at position 17 is wrong"),
        CHECK("末位校验码不对", "the check character at the end is wrong");

        private final String zh;
        private final String en;

        Fault(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    public static Optional<Fault> faultIn(String text) {
        if (text.length() != 18) {
            return Optional.of(Fault.LENGTH);
        }
        for (int i = 0; i < 18; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return Optional.of(Fault.CHARACTER);
            }
        }
        if (text.charAt(16) != subjectCheck(text.substring(8, 16))) {
            return Optional.of(Fault.SUBJECT_CHECK);
        }
        return text.charAt(17) == check(text.substring(0, 17)) ? Optional.empty() : Optional.of(Fault.CHECK);
    }

    /// The check character that belongs after the first 17 characters (GB 32100-2015, 4.2).
    public static char check(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /// The check character of a subject code's first eight characters (GB 11714-1997).
    public static char subjectCheck(String first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.getNumericValue(first8.charAt(i)) * SUBJECT_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /// Characters 3 to 8: the division (GB/T 2260) of the authority that registered the entity.
    public String registrationArea() {
        return value.substring(2, 8);
    }

    @Override
    public int compareTo(CreditCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
