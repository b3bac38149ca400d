package org.rongyi.city.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.portal.web.HomeView.Turn;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyDefinition.Mode;
import org.springframework.stereotype.Component;

/// Finds the one thing that waits for a firm: a correction that a department asked for, a window that closes soon, or
/// an answer that has come.
@Component
class HomeTurn {
    static final int SOON_DAYS = 14;
    private static final int ANSWER_IS_NEWS_DAYS = 14;

    private final Elements elements;

    HomeTurn(Elements elements) {
        this.elements = elements;
    }

    @Nullable
    Turn find(Page page, List<Turn> corrections, Judgement judgement, List<Contest> contests) {
        List<Turn> waiting = new ArrayList<>(corrections);
        LocalDate soon = page.today().plusDays(SOON_DAYS);
        judgement.with(Verdict.ELIGIBLE).stream()
                .filter(match -> match.policy().mode() != Mode.AUTO)
                .filter(match -> match.closes() != null && !match.closes().isAfter(soon))
                .sorted(Comparator.comparing(Match::closes))
                .forEach(match -> waiting.add(closing(page, match, match.closes())));
        contests.stream()
                .filter(contest -> isNews(page, contest))
                .forEach(contest -> waiting.add(answered(page, contest)));
        if (waiting.isEmpty()) {
            return null;
        }
        Turn first = waiting.getFirst();
        return new Turn(first.title(), first.text(), first.action(), first.href(), waiting.size());
    }

    private static Turn closing(Page page, Match match, @Nullable LocalDate closes) {
        String title = page.say(match.policy().title());
        String day = closes == null ? "" : page.date(closes);
        String left = closes == null ? "" : page.relative(closes);
        return new Turn(
                page.say(title + "快截止了", title + " closes soon"),
                page.say("您符合，只办到 " + day + "，" + left + "。", "You qualify. It closes on " + day + ", " + left + "."),
                page.say("看怎么办", "See how"),
                HomeMatches.href(match),
                1);
    }

    /// Answers since then are news.
    static Instant newsSince(Page page) {
        return page.today()
                .minusDays(ANSWER_IS_NEWS_DAYS)
                .atStartOfDay(page.city().zone())
                .toInstant();
    }

    private static boolean isNews(Page page, Contest contest) {
        Instant answered = contest.answeredAt();
        return answered != null && !answered.isBefore(newsSince(page));
    }

    private Turn answered(Page page, Contest contest) {
        String element = elements.find(contest.element())
                .map(ElementDefinition::name)
                .map(page::say)
                .orElse(contest.element());
        boolean upheld = contest.state() == Contest.State.UPHELD;
        String answer = Optional.ofNullable(contest.answer()).orElse("");
        return new Turn(
                page.say(
                        contest.source() + "答复了您的异议：" + element, "Your contest of “" + element + "” has been answered"),
                upheld
                        ? page.say("您说得对，已经改了。" + answer, "You were right; it has been corrected. " + answer)
                        : page.say("维持原来的数据。" + answer, "The value stands. " + answer),
                page.say("看答复", "Read the answer"),
                "/my/data/" + contest.element(),
                1);
    }
}
