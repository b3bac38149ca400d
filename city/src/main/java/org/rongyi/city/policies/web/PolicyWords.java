package org.rongyi.city.policies.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.PolicyEditor;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyDefinition.Kind;
import org.rongyi.definitions.PolicyDefinition.Mode;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;

/// How pages speak of a policy's dates, ways and reach.
public final class PolicyWords {
    private static final Words NOT_STATED = new Words("未写明", "not stated");

    private PolicyWords() {}

    public static Words level(PolicyDefinition policy) {
        return policy.level() == null ? NOT_STATED : policy.level().words();
    }

    public static Words field(PolicyDefinition policy) {
        return policy.field() == null ? NOT_STATED : policy.field().words();
    }

    public static Words kind(PolicyDefinition policy) {
        return policy.kind() == null ? NOT_STATED : policy.kind().words();
    }

    public static Words mode(PolicyDefinition policy) {
        return policy.mode() == null ? NOT_STATED : policy.mode().words();
    }

    /// What of a policy does not count, and what to do.
    public static String aside(Page page, PolicyEditor.PutAside aside) {
        return switch (aside.why()) {
            case FILE_CHANGED ->
                page.say(
                        "城市的文件后来换了文本，在页面上发布过的不算数了。",
                        "The city's files brought other texts since; what was published on a page does not count.");
            case UNREADABLE ->
                page.say(
                        "在页面上发布过的读不了了：条件用到的数据不在词典里了。不再按它判断。",
                        "What was published on a page cannot be read any more: data that it uses have left the"
                                + " dictionary. Nobody is judged by it.");
            case NAME_TAKEN ->
                page.say(
                        "城市的文件没有采用：文件里的第 " + aside.version() + " 版和页面上发布过的同名、内容不同，仍按页面上的判断。" + "给文件里的换个版本名，再重启。",
                        "The city's file is put aside: its version " + aside.version() + " bears the name of another"
                                + " text that was published on a page, which still counts. Give the one in the file"
                                + " another name and start again.");
        };
    }

    /// What the firm has to do for it, in one short sentence.
    public static String effort(Page page, @Nullable Mode mode) {
        return switch (mode) {
            case null -> page.say("怎么办理，请问主管部门。", "Ask the authority how to get it.");
            case AUTO -> page.say("不用申请。", "You need not apply.");
            case EASY_APPLY -> page.say("手续简单。", "The procedure is simple.");
            case APPLY -> page.say("要自己申请或申报。", "You must apply or claim it yourself.");
        };
    }

    /// Until when: the end of the window, else of the text.
    public static String deadline(Page page, PolicyVersion version) {
        PolicyVersion.Window window = version.window();
        if (window != null && window.opens() != null && page.today().isBefore(window.opens())) {
            return page.say(page.day(window.opens()) + "开始", "opens " + page.day(window.opens()));
        }
        if (window != null && window.closes() != null) {
            return until(page, window.closes());
        }
        return version.validTo() == null ? page.say("未写明", "not stated") : until(page, version.validTo());
    }

    private static String until(Page page, LocalDate day) {
        if (page.today().isAfter(day)) {
            return page.say(page.day(day) + "已截止", "ended " + page.day(day));
        }
        boolean soon = day.isBefore(page.today().plusDays(100));
        String comma = page.say("，", ", ");
        return page.day(day) + (soon ? comma + page.relative(day) : "");
    }

    /// From when to when a text is law.
    public static String validity(Page page, PolicyVersion version) {
        LocalDate from = version.validFrom();
        LocalDate to = version.validTo();
        if (from != null && to != null) {
            return page.say(page.day(from) + "至" + page.day(to), page.day(from) + " to " + page.day(to));
        }
        if (from != null) {
            return page.say("自" + page.day(from) + "起", "since " + page.day(from));
        }
        return to == null
                ? page.say("起止日期未写明", "dates not stated")
                : page.say("到" + page.day(to) + "为止", "until " + page.day(to));
    }

    /// The label of a computed amount: what a firm saves, or gets.
    public static String amountLabel(Page page, @Nullable Kind kind, boolean certain) {
        boolean saves = kind == Kind.RELIEF || kind == Kind.QUALIFICATION;
        if (certain) {
            return saves ? page.say("预计少缴", "You may save") : page.say("预计可领", "You may get");
        }
        return saves ? page.say("符合后预计少缴", "If met, you may save") : page.say("符合后预计可领", "If met, you may get");
    }

    /// The text that was or will be law last.
    public static PolicyVersion latest(PolicyDefinition policy) {
        return policy.versions().stream()
                .max(Comparator.comparing(version -> version.validFrom() == null ? LocalDate.MIN : version.validFrom()))
                .orElseThrow();
    }

    /// Everything in a text that is still to be verified, in the order of the text.
    public static List<Words> verify(PolicyVersion version) {
        List<Words> verify = new ArrayList<>(version.verify());
        version.conditions().forEach(condition -> verify.addAll(condition.verify()));
        return verify;
    }

    /// How many entities each policy reaches, by its id; empty until that is counted.
    public static Map<String, CityReach.Shown> reach(CityReach reach) {
        return switch (reach) {
            case CityReach.BeingPrepared _ -> Map.of();
            case CityReach.Counted counted ->
                counted.shown().stream().collect(Collectors.toMap(CityReach.Shown::policyId, Function.identity()));
        };
    }
}
