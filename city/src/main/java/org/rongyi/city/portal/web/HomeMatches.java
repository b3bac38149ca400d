package org.rongyi.city.portal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.portal.web.HomeView.Line;
import org.rongyi.city.portal.web.HomeView.Money;
import org.rongyi.city.portal.web.HomeView.Near;
import org.rongyi.city.portal.web.HomeView.Offer;
import org.rongyi.city.portal.web.HomeView.Open;
import org.rongyi.city.ui.Gauge;
import org.rongyi.city.ui.OutcomeWord;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyDefinition.Mode;
import org.rongyi.definitions.PolicyVersion.Benefit;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Margin;
import org.rongyi.rules.Outcome;

/// A judgement as a firm reads it: what it gets, what it nearly gets, what is still open, what it misses.
final class HomeMatches {
    private final Page page;
    private final Elements elements;
    private final Judgement judgement;
    private final List<Contest> contests;

    HomeMatches(Page page, Elements elements, Judgement judgement, List<Contest> contests) {
        this.page = page;
        this.elements = elements;
        this.judgement = judgement;
        this.contests = contests;
    }

    static String href(Match match) {
        return "/home/policies/" + match.policy().id();
    }

    private String title(Match match) {
        return page.say(match.policy().title());
    }

    List<Offer> offers() {
        return judgement.with(Verdict.ELIGIBLE).stream().map(this::offer).toList();
    }

    private Offer offer(Match match) {
        Benefit benefit = match.version().benefit();
        List<String> says = new ArrayList<>();
        if (benefit != null) {
            says.add(page.say(benefit.text()));
        }
        if (!match.counted()) {
            says.add(match.besides(page) + page.say("，不计入合计", "; not in the total"));
        }
        if (!match.contested().isEmpty()) {
            says.add(awaiting(match));
        }
        return new Offer(
                title(match),
                href(match),
                String.join(page.say("；", "; "), says),
                money(match.amountYuan()),
                page.say("金额看具体情况", "amount depends on the case"),
                until(match),
                match.policy().mode() == Mode.AUTO);
    }

    /// 等人社答复您的异议（参保人数），答复前照原来的算.
    private String awaiting(Match match) {
        List<Contest> open = contests.stream()
                .filter(contest -> contest.state() == Contest.State.OPEN)
                .filter(contest -> match.contested().contains(contest.element()))
                .toList();
        if (open.isEmpty()) { // an agent is not told of what
            return page.say("有一项异议等部门答复，答复前照原来的数据算", "a contest awaits an answer; until then counted as before");
        }
        String departments = open.stream().map(Contest::source).distinct().collect(Collectors.joining("、"));
        String names = open.stream()
                .map(contest -> elements.find(contest.element())
                        .map(element -> page.say(element.name()))
                        .orElse(contest.element()))
                .collect(Collectors.joining(page.say("、", ", ")));
        return page.say(
                "等" + departments + "答复您的异议（" + names + "），答复前照原来的数据算",
                "your contest (" + names + ") awaits an answer; until then counted as before");
    }

    private @Nullable Money money(@Nullable BigDecimal yuan) {
        return yuan == null ? null : Money.of(page.yuan(yuan.setScale(0, RoundingMode.HALF_UP)));
    }

    private String until(Match match) {
        if (match.closes() != null) {
            return page.say(page.day(match.closes()) + "截止", "until " + page.day(match.closes()));
        }
        return match.version().validTo() == null
                ? page.say("没有截止日", "no closing date")
                : page.say(
                        "政策到 " + page.day(match.version().validTo()),
                        "in force until " + page.day(match.version().validTo()));
    }

    @Nullable
    Money total() {
        BigDecimal total = judgement.totalYuan();
        return total.signum() == 0 ? null : money(total);
    }

    String totalNote() {
        int all = judgement.with(Verdict.ELIGIBLE).size();
        if (all == 0) {
            return page.say("还没有确定符合的。", "None is certain yet.");
        }
        long computed = judgement.with(Verdict.ELIGIBLE).stream()
                .filter(match -> match.counted() && match.amountYuan() != null)
                .count();
        return computed == 0
                ? page.say("已核对，符合 " + all + " 项。", all + " checked and met.")
                : page.say(
                        "已核对，符合 " + all + " 项。能算出的 " + computed + " 项合计",
                        all + " checked and met. In all, for the " + computed + " that can be computed:");
    }

    List<Near> nearly() {
        return judgement.with(Verdict.NEARLY).stream().map(this::near).toList();
    }

    private Near near(Match match) {
        Match.Step step = match.step();
        if (step == null) {
            return new Near(title(match), href(match), "", "", null, "");
        }
        Gauge gauge = Gauge.of(step.margin(), OutcomeWord.NEARLY, unit(step.margin()), match.asOf())
                .orElse(null);
        List<String> gap = new ArrayList<>();
        if (gauge != null) {
            gap.add(gauge.distance(page));
        }
        BigDecimal yuan = match.amountYuan();
        if (match.rival() != null) {
            gap.add(match.besides(page));
        } else if (yuan != null && yuan.signum() > 0) {
            gap.add(page.say("约 ", "about ") + page.yuan(yuan.setScale(0, RoundingMode.HALF_UP)));
        }
        return new Near(
                title(match),
                href(match),
                page.say(step.condition().condition().text()),
                String.join(page.say("，", ", "), gap),
                gauge,
                missing(step.unknown()));
    }

    private @Nullable Words unit(Margin margin) {
        return margin.element() == null
                ? null
                : elements.find(margin.element().id())
                        .map(ElementDefinition::unit)
                        .orElse(null);
    }

    List<Open> open() {
        return judgement.with(Verdict.UNDETERMINED).stream()
                .map(match -> new Open(title(match), href(match), missing(match.missing())))
                .toList();
    }

    /// 研发费用（税务）、研发人员占比（企业）.
    private String missing(SortedSet<String> ids) {
        return ids.stream()
                .map(id -> elements.find(id)
                        .map(element -> page.say(element.name()) + from(element))
                        .orElse(id))
                .collect(Collectors.joining(page.say("、", ", ")));
    }

    private String from(ElementDefinition element) {
        Words source = element.source();
        return source == null ? "" : page.say("（" + source.zh() + "）", " (" + source.en() + ")");
    }

    /// What is missing in all, by element id.
    SortedSet<String> allMissing() {
        SortedSet<String> missing = new TreeSet<>();
        for (Match match : judgement.matches()) {
            missing.addAll(match.missing());
            if (match.step() != null) {
                missing.addAll(match.step().unknown());
            }
        }
        return missing;
    }

    List<Line> missed() {
        return judgement.with(Verdict.NOT_ELIGIBLE).stream()
                .map(match -> new Line(title(match), href(match), firstFailing(match)))
                .toList();
    }

    private String firstFailing(Match match) {
        return match.conditions().stream()
                .filter(condition -> condition.outcome() instanceof Outcome.Fails)
                .findFirst()
                .map(condition -> page.say(condition.condition().text()) + distance(match, condition))
                .orElse("");
    }

    /// （现在 312 人，不超过 300 人，超过上限 12 人）, where one comparison decides.
    private String distance(Match match, Match.Judged condition) {
        return Optional.ofNullable(condition.explanation().root().margin())
                .flatMap(margin -> Gauge.of(margin, OutcomeWord.NOT_MET, unit(margin), match.asOf()))
                .map(gauge -> page.say("（" + gauge.label(page) + "）", " (" + gauge.label(page) + ")"))
                .orElse("");
    }
}
