package org.rongyi.city.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Granting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Mandates in words.
@Component
class MandateWords {
    private final ObjectProvider<FirmNames> firms;

    MandateWords(ObjectProvider<FirmNames> firms) {
        this.firms = firms;
    }

    /// The credit code stands in for a firm that the register does not know.
    String firm(CreditCode code) {
        FirmNames names = firms.getIfAvailable();
        return names == null ? code.value() : names.nameOf(code).orElse(code.value());
    }

    static Words purpose(Mandate.Purpose purpose) {
        return switch (purpose) {
            case VIEW -> new Words("看企业数据和政策匹配", "See the firm's data and policies");
            case ANSWER -> new Words("补充数据", "Supply missing data");
            case CONTEST -> new Words("对数据提异议", "Contest data");
            case APPLY -> new Words("申请政策", "Apply for policies");
        };
    }

    static List<Option> purposes() {
        return Arrays.stream(Mandate.Purpose.values())
                .map(purpose -> Option.of(purpose.name(), purpose(purpose)))
                .toList();
    }

    static String purposes(Page page, Set<Mandate.Purpose> purposes) {
        return Arrays.stream(Mandate.Purpose.values())
                .filter(purposes::contains)
                .map(purpose -> page.say(purpose(purpose)))
                .collect(Collectors.joining(page.say("、", "; ")));
    }

    /// For what and until when: "看企业数据，到 2026 年 12 月 31 日".
    static String extent(Page page, Mandate mandate) {
        String what = mandate.capacity() == Mandate.Capacity.AGENT
                ? purposes(page, mandate.purposes())
                : page.say("全部事项", "everything");
        return mandate.until() == null
                ? what
                : what + page.say("，到 ", ", until ") + page.date(mandate.until()) + page.say(" 为止", "");
    }

    static Words fault(Granting.Fault fault) {
        return switch (fault) {
            case UNKNOWN_PERSON ->
                new Words(
                        "账号和姓名对不上，请向对方核对。对方要先有账号。",
                        "Account and name do not belong together. Ask the person; they need an account first.");
            case ALREADY_ACTS ->
                new Words(
                        "这个人已经能代表企业。要改，先撤销原来的授权。",
                        "This person already acts for the firm. To change it, revoke the present mandate first.");
            case NO_PURPOSE -> new Words("选出可以办的事，至少一项。", "Choose at least one thing the person may do.");
            case NO_LAST_DAY -> new Words("写明授权到哪一天，例如 2026-12-31。", "Give the last day, for example 2026-12-31.");
            case LAST_DAY_PAST -> new Words("最后一天已经过了，选今天或以后。", "The last day has passed; choose today or later.");
            case LAST_DAY_TOO_FAR ->
                new Words(
                        "最长 " + Mandates.LONGEST_YEARS + " 年，也不能比您自己的期限长；到期可以再授权。",
                        "At most " + Mandates.LONGEST_YEARS + " years, and no longer than your own right; you can"
                                + " grant it again.");
        };
    }

    static String field(Granting.Fault fault) {
        return switch (fault) {
            case UNKNOWN_PERSON, ALREADY_ACTS -> "account";
            case NO_PURPOSE -> "purposes";
            case NO_LAST_DAY, LAST_DAY_PAST, LAST_DAY_TOO_FAR -> "until";
        };
    }
}
