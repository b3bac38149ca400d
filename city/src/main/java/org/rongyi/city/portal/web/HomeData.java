package org.rongyi.city.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Look;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portrait.Fact;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.springframework.stereotype.Component;

/// What is known of the firm, in a few lines: how much and from whom, what is missing, who looked.
@Component
class HomeData {
    private static final String HREF = "/my/data";
    private static final int NAMED = 3;

    private final Elements elements;
    private final Purposes purposes;

    HomeData(Elements elements, Purposes purposes) {
        this.elements = elements;
        this.purposes = purposes;
    }

    List<SummaryRow> rows(
            Page page, Portrait portrait, Collection<String> missing, List<Contest> contests, Looks looks) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(new SummaryRow(
                page.say("我们知道的", "What we know"), known(page, portrait), page.say("逐项查看", "See each"), HREF));
        rows.add(new SummaryRow(
                page.say("政策还缺的", "What policies lack"),
                missing(page, missing),
                missing.isEmpty() ? null : page.say("补上", "Supply it"),
                missing.isEmpty() ? null : "/my/missing"));
        rows.add(new SummaryRow(
                page.say("谁看过", "Who looked"),
                looked(page, looks),
                looks.last() == null ? null : page.say("全部记录", "All records"),
                looks.last() == null ? null : "/my/looks"));
        long open = contests.stream()
                .filter(contest -> contest.state() == Contest.State.OPEN)
                .count();
        if (open > 0) {
            rows.add(new SummaryRow(
                    page.say("您提的异议", "Your contests"),
                    page.say(
                            open + " 项等部门答复，答复前不会对您不利",
                            open + " waiting for an answer; until then nothing counts against you"),
                    page.say("看进度", "See them"),
                    "/my/contests"));
        }
        return rows;
    }

    private String known(Page page, Portrait portrait) {
        Collection<Fact> facts = portrait.facts().values();
        long departments = facts.stream()
                .map(Fact::source)
                .filter(source -> !source.equals(FactReport.SELF_DECLARED) && !source.equals(FactReport.INFERRED))
                .distinct()
                .count();
        long own = facts.stream().filter(Fact::selfDeclared).count();
        String latest = facts.stream()
                .map(Fact::recordedAt)
                .max(Comparator.naturalOrder())
                .map(at -> page.day(page.city().dayOf(at)))
                .map(day -> page.say("，最新更新 " + day, ", last updated " + day))
                .orElse("");
        String self = own == 0 ? "" : page.say("，其中 " + own + " 项是您自报的", ", " + own + " of them declared by you");
        return page.say(
                        facts.size() + " 项，来自 " + departments + " 个部门",
                        facts.size() + " facts from " + departments + " departments")
                + self
                + latest;
    }

    /// What the firm itself can supply is named first.
    private String missing(Page page, Collection<String> missing) {
        if (missing.isEmpty()) {
            return page.say("没有：每项政策都能下结论", "nothing: every policy can be decided");
        }
        String names = missing.stream()
                .flatMap(id -> elements.find(id).stream())
                .sorted(Comparator.comparing(ElementDefinition::selfDeclared).reversed())
                .limit(NAMED)
                .map(element -> page.say(element.name()))
                .collect(Collectors.joining(page.say("、", ", ")));
        String more = missing.size() > NAMED ? page.say(" 等", " and others") : "";
        return page.say(missing.size() + " 项：", missing.size() + ": ") + names + more;
    }

    /// @param thisMonth how many there were since the month began
    /// @param last the latest of all; null when there was none
    record Looks(int thisMonth, @Nullable Look last) {
        static Looks of(Portraits portraits, CreditCode firm, Page page) {
            Instant monthBegins = page.today()
                    .withDayOfMonth(1)
                    .atStartOfDay(page.city().zone())
                    .toInstant();
            List<Look> latest = portraits.looks(firm, 1);
            return new Looks(portraits.lookCount(firm, monthBegins), latest.isEmpty() ? null : latest.getFirst());
        }
    }

    private String looked(Page page, Looks looks) {
        Look last = looks.last();
        if (last == null) {
            return page.say("还没有部门的人看过", "nobody from a department yet");
        }
        String day = page.day(page.city().dayOf(last.at()));
        String who = page.named(last.department());
        String why = purposes.say(page, last);
        return page.say(
                "本月 " + looks.thisMonth() + " 次。最近：" + day + "，" + who + "，为“" + why + "”",
                looks.thisMonth() + " this month. Last: " + day + ", " + who + ", for “" + why + "”");
    }
}
