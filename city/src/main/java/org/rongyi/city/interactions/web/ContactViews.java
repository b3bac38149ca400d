package org.rongyi.city.interactions.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.interactions.Interaction;
import org.rongyi.city.interactions.Interactions;
import org.rongyi.city.interactions.TooOften;
import org.rongyi.city.interactions.Visit;
import org.rongyi.city.interactions.VisitRules;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Says the log in words.
@Component
class ContactViews {
    private final Interactions log;
    private final FirmNames firms;

    ContactViews(Interactions log, FirmNames firms) {
        this.log = log;
        this.firms = firms;
    }

    ContactRow row(Page page, Interaction one) {
        return new ContactRow(
                one.id(),
                page.date(one.day()),
                page.say(one.kind().words()),
                who(page, one.unit(), one.name()),
                one.words(),
                trigger(page, one.trigger()),
                "",
                one.firm().value());
    }

    ContactRow row(Page page, Visit visit) {
        String despite = visit.despite();
        return new ContactRow(
                visit.id(),
                page.date(visit.day()),
                page.say(visit.kind().words()),
                who(page, visit.unit(), visit.name()),
                visit.words(),
                despite == null
                        ? trigger(page, visit.trigger())
                        : page.say("次数超了，理由：", "Too often; the reason: ") + despite,
                name(visit.firm()),
                visit.firm().value());
    }

    String name(CreditCode firm) {
        return firms.nameOf(firm).orElse(firm.value());
    }

    private static String who(Page page, String unit, String name) {
        return page.named(unit) + (name.isEmpty() ? "" : page.say("，", ", ") + name);
    }

    private @Nullable String trigger(Page page, @Nullable String trigger) {
        return trigger == null
                ? null
                : page.say("不计次数：", "Does not count: ")
                        + log.rules()
                                .trigger(trigger)
                                .map(VisitRules.Trigger::name)
                                .map(page::say)
                                .orElse(trigger);
    }

    /// The limits in one line; null where the city has none.
    @Nullable
    String limits(Page page) {
        VisitRules rules = log.rules();
        if (rules.limits().isEmpty()) {
            return null;
        }
        String kinds = rules.counts().stream()
                .sorted()
                .map(kind -> page.say(kind.words()))
                .collect(Collectors.joining(page.say("、", ", ")));
        return page.say("同一家企业，", "For one firm, ")
                + rules.limits().stream()
                        .map(limit -> limit(page, limit))
                        .collect(Collectors.joining(page.say("，", ", ")))
                + page.say("（计：", " (counted: ")
                + kinds
                + page.say("）", ")");
    }

    private static String limit(Page page, VisitRules.Limit limit) {
        return page.say(
                limit.days() + " 天最多 " + limit.most() + " 次",
                "at most " + limit.most() + " in "
                        + page.quantity(limit.days(), "天", limit.days() == 1 ? "day" : "days"));
    }

    /// 7 天里已有 2 次，加上这次是 3 次，最多 2 次。
    List<String> tooOften(Page page, List<TooOften> all) {
        return all.stream().map(one -> tooOften(page, one)).toList();
    }

    private static String tooOften(Page page, TooOften one) {
        int others = one.others().size();
        String which = one.others().stream()
                .map(other -> page.day(other.day())
                        + " "
                        + page.named(other.unit())
                        + " "
                        + page.say(other.kind().words())
                        + (other.planned() ? page.say("（已排）", " (planned)") : ""))
                .collect(Collectors.joining(page.say("；", "; ")));
        String days = page.day(one.from()) + page.say(" 到 ", " to ") + page.day(one.to());
        return page.say(
                days + "已有 " + others + " 次，加上这次 " + (others + 1) + " 次，最多 "
                        + one.limit().most() + " 次：" + which,
                days + ": " + others + " already, " + (others + 1) + " with this one, at most "
                        + one.limit().most() + ". " + which);
    }
}
