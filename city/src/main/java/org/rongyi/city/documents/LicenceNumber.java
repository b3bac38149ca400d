package org.rongyi.city.documents;

import java.util.Locale;

/// Identifiers of electronic licences in the form of GB/T 36904-2018: root, type, issuer, serial number,
/// version and a check character, with points between. The check is ISO 7064 MOD 37,36 over all characters
/// before it without points.
final class LicenceNumber {
    private static final String ROOT = "1.2.156.3005.2";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private LicenceNumber() {}

    static String of(String type, String issuer, long serial) {
        String number = String.format(Locale.ROOT, "%s.%s.%s.%010d.001", ROOT, type, issuer, serial);
        return number + "." + check(number.replace(".", ""));
    }

    static boolean isWellFormed(String number) {
        int last = number.lastIndexOf('.');
        return number.startsWith(ROOT + ".")
                && last == number.length() - 2
                && number.charAt(last + 1) == check(number.substring(0, last).replace(".", ""));
    }

    private static char check(String text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + ALPHABET.indexOf(text.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }
}
