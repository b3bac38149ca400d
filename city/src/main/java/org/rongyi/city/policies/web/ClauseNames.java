package org.rongyi.city.policies.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// Where a condition stands: 第十一条（五） is Article 11 (5) in English.
public final class ClauseNames {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern ARTICLE = Pattern.compile("第([一二三四五六七八九十百]+)条");
    private static final Pattern PART = Pattern.compile("（([一二三四五六七八九十]+)）");
    private static final Pattern NOTICE = Pattern.compile("公告(\\d{4})年第(\\d+)号");

    private ClauseNames() {}

    public static @Nullable String say(Page page, @Nullable Words clause) {
        if (clause == null) {
            return null;
        }
        return page.say(clause.zh(), clause.en().equals(clause.zh()) ? english(clause.zh()) : clause.en());
    }

    static String english(String zh) {
        String said = NOTICE.matcher(zh).replaceAll("Notice $2 of $1, ");
        said = ARTICLE.matcher(said).replaceAll(found -> Matcher.quoteReplacement("Article " + number(found.group(1))));
        said = PART.matcher(said).replaceAll(found -> Matcher.quoteReplacement(" (" + number(found.group(1)) + ")"));
        return said.replace("号Article", "号, Article")
                .replace("附件", "Annex ")
                .replace("企业所得税法", "Enterprise Income Tax Law, ")
                .replace("、", "; ");
    }

    /// 十一 is 11, 二十 is 20.
    static int number(String chinese) {
        int whole = 0;
        int digit = 0;
        for (char sign : chinese.toCharArray()) {
            switch (sign) {
                case '百' -> {
                    whole += Math.max(1, digit) * 100;
                    digit = 0;
                }
                case '十' -> {
                    whole += Math.max(1, digit) * 10;
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(sign);
            }
        }
        return whole + digit;
    }
}
