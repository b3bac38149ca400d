package org.rongyi.invoices.cn;

import java.util.Optional;
import org.rongyi.invoices.Fault.Text;

/// 纳税人识别号: a unified social credit code (GB 32100-2015) with its check signs, a number of 15, 17 or 20
/// signs from before, or of a person without business.
final class TaxpayerNumber {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int CREDIT_CODE = 18;

    private TaxpayerNumber() {}

    static Optional<Text> faultIn(String number) {
        if (!number.matches("[0-9A-Z]{15}|[0-9A-Z]{17,18}|[0-9A-Z]{20}")) {
            return Optional.of(
                    new Text("应为 15、17、18 或 20 位数字和大写字母", "must have 15, 17, 18 or 20 digits and capital letters"));
        }
        // A citizen's number is not a credit code, and its check sign follows another rule.
        if (number.length() != CREDIT_CODE || number.matches("[1-8][0-9]{16}[0-9X]") && isCitizen(number)) {
            return Optional.empty();
        }
        if (number.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)) {
            return Optional.of(new Text("18 位代码里没有 I、O、S、V、Z", "a code of 18 signs has no I, O, S, V or Z"));
        }
        if (number.charAt(16) != organisationCheck(number)) {
            return Optional.of(new Text("第 17 位校验不对", "the check sign at place 17 is wrong"));
        }
        if (number.charAt(17) != lastCheck(number)) {
            return Optional.of(new Text("末位校验不对", "the check sign at the end is wrong"));
        }
        return Optional.empty();
    }

    /// GB 11714-1997: places 9 to 17.
    private static char organisationCheck(String number) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION.length; i++) {
            sum += Character.digit(number.charAt(8 + i), 36) * ORGANISATION[i];
        }
        int rest = 11 - sum % 11;
        return rest == 10 ? 'X' : Character.forDigit(rest % 11, 10);
    }

    private static char lastCheck(String number) {
        int sum = 0;
        int weight = 1;
        for (char sign : number.substring(0, 17).toCharArray()) {
            sum += SIGNS.indexOf(sign) * weight;
            weight = weight * 3 % 31;
        }
        return SIGNS.charAt((31 - sum % 31) % 31);
    }

    /// GB 11643-1999: ISO 7064, MOD 11-2, over 17 digits.
    private static boolean isCitizen(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << 17 - i) % 11);
        }
        return "10X98765432".charAt(sum % 11) == number.charAt(17);
    }
}
