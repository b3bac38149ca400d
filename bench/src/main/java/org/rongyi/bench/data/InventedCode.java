package org.rongyi.bench.data;

/// Unified social credit codes (GB 32100) with valid check characters that no firm has: department Y registers none.
final class InventedCode {
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANISATION_LENGTH = 8;
    private static final int ELEVEN = 11;

    /// So many numbers have codes of their own.
    static final long MOST = 500_000_000;

    private InventedCode() {}

    /// @param area six digits
    static String of(String area, long number) {
        var organisation = new char[ORGANISATION_LENGTH];
        long rest = number;
        for (int i = ORGANISATION_LENGTH - 1; i >= 0; i--) {
            organisation[i] = CODE.charAt((int) (rest % CODE.length()));
            rest /= CODE.length();
        }
        int sum = 0;
        for (int i = 0; i < ORGANISATION_LENGTH; i++) {
            sum += ORGANISATION.indexOf(organisation[i]) * ORGANISATION_WEIGHTS[i];
        }
        int check = ELEVEN - sum % ELEVEN;
        char last = check == ELEVEN ? '0' : check == ELEVEN - 1 ? 'X' : (char) ('0' + check);
        var code = "Y1" + area + new String(organisation) + last;
        int total = 0;
        for (int i = 0; i < CODE_WEIGHTS.length; i++) {
            total += CODE.indexOf(code.charAt(i)) * CODE_WEIGHTS[i];
        }
        return code + CODE.charAt((CODE.length() - total % CODE.length()) % CODE.length());
    }
}
