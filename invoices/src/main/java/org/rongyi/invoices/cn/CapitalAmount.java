package org.rongyi.invoices.cn;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount in capital figures (大写金额), such as 壹仟贰佰圆整, after 正确填写票据和结算凭证的基本规定 (中国人民银行).
final class CapitalAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private CapitalAmount() {}

    /// Ways of writing that mean the same are made one: 圆 and 元, 整 and 正, a 零 that may stand or not.
    static String plain(String written) {
        return written.replaceAll("[（(]负数[）)]|^负", "负")
                .replace('圆', '元')
                .replace('正', '整')
                .replace("零元", "元")
                .replaceAll("[零整\\s¥￥]", "");
    }

    static String of(BigDecimal amount) {
        BigDecimal fen = amount.abs().movePointRight(2).setScale(0, RoundingMode.UNNECESSARY);
        String digits = fen.toPlainString();
        String padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
        String yuan = padded.substring(0, padded.length() - 2);
        int jiao = padded.charAt(padded.length() - 2) - '0';
        int cents = padded.charAt(padded.length() - 1) - '0';
        StringBuilder out = new StringBuilder(amount.signum() < 0 ? "负" : "");
        String whole = whole(yuan);
        if (!whole.isEmpty() || jiao == 0 && cents == 0) {
            out.append(whole.isEmpty() ? "零" : whole).append("圆");
        }
        if (jiao > 0) {
            out.append(DIGITS.charAt(jiao)).append("角");
        } else if (cents > 0 && !whole.isEmpty()) {
            out.append("零");
        }
        return cents > 0
                ? out.append(DIGITS.charAt(cents)).append("分").toString()
                : out.append("整").toString();
    }

    private static String whole(String yuan) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        boolean inGroup = false;
        for (int i = 0; i < yuan.length(); i++) {
            int left = yuan.length() - 1 - i;
            int digit = yuan.charAt(i) - '0';
            if (digit == 0) {
                gap = !out.isEmpty();
            } else {
                out.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[left % 4]);
                gap = false;
                inGroup = true;
            }
            if (left % 4 == 0 && inGroup) {
                out.append(GROUPS[left / 4]);
                inGroup = false;
            }
        }
        return out.toString();
    }
}
