package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.ElementInput;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.filings.FilingCalendar;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match.Verdict;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.policies.Question;
import org.rongyi.city.portal.web.HomeView.Asking;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Gathers a firm's home page from the rooms: one portrait, judged once.
@Component
class HomeBuilder {
    private static final int ASKED = 4;
    private static final int NAMED = 2;
    private static final String NAME = "entityName";

    private final Matches matches;
    private final Policies policies;
    private final Elements elements;
    private final Portraits portraits;
    private final Contests contests;
    private final WorkingCalendar calendar;
    private final FilingCalendar filings;
    private final HomeTurn turn;
    private final HomeData data;
    private final HomeApplications applications;
    private final HomeUtilities utilities;

    HomeBuilder(
            Matches matches,
            Policies policies,
            Elements elements,
            Portraits portraits,
            Contests contests,
            WorkingCalendar calendar,
            FilingCalendar filings,
            HomeTurn turn,
            HomeData data,
            HomeApplications applications,
            HomeUtilities utilities) {
        this.matches = matches;
        this.policies = policies;
        this.elements = elements;
        this.portraits = portraits;
        this.contests = contests;
        this.calendar = calendar;
        this.filings = filings;
        this.turn = turn;
        this.data = data;
        this.applications = applications;
        this.utilities = utilities;
    }

    /// What departments and operators wait for.
    private List<HomeView.Turn> turns(Page page, Acting acting) {
        List<HomeView.Turn> turns = new ArrayList<>(applications.turns(page, acting));
        turns.addAll(utilities.turns(page, acting));
        return turns;
    }

    /// Who asks for the page, when, with what typed.
    ///
    /// @param hour of the day in the city
    /// @param putOff elements that the person did not know when asked
    record Request(Acting acting, Page page, int hour, Form form, List<String> putOff) {}

    HomeView build(Request request, Portrait portrait) {
        Page page = request.page();
        Judgement judgement = matches.standing(portrait);
        List<Contest> contested = contests.news(portrait.firm(), request.acting(), HomeTurn.newsSince(page));
        HomeMatches read = new HomeMatches(page, elements, judgement, contested);
        HomeDays days = new HomeDays(page)
                .with(judgement)
                .with(contested)
                .with(request.acting().mandate())
                .withFilings(
                        filings.between(portrait, page.today(), page.today().plusYears(1)));
        String firm = firm(portrait);
        return new HomeView(
                greeting(page, request.acting().person().name(), request.hour()),
                firm,
                actingAs(page, firm, request.acting()),
                request.acting().isPrincipal(),
                turn.find(page, turns(page, request.acting()), judgement, contested),
                days.next()
                        .map(next -> page.say("下一个日期：" + next + "。", "Next date: " + next + "."))
                        .orElse(""),
                read.offers(),
                read.total(),
                read.totalNote(),
                read.nearly(),
                asking(request, portrait),
                read.open(),
                read.missed(),
                days.days(calendar),
                data.rows(
                        page,
                        portrait,
                        read.allMissing(),
                        contested,
                        HomeData.Looks.of(portraits, portrait.firm(), page)),
                applications.going(page, request.acting()),
                applications.news(page, request.acting()));
    }

    private static String firm(Portrait portrait) {
        return portrait.fact(NAME)
                .map(fact -> String.valueOf(fact.value()))
                .orElse(portrait.firm().value());
    }

    private static String greeting(Page page, String name, int hour) {
        if (hour >= 5 && hour < 12) {
            return page.say(name + "，上午好", "Good morning, " + name);
        }
        return hour >= 12 && hour < 18
                ? page.say(name + "，下午好", "Good afternoon, " + name)
                : page.say(name + "，晚上好", "Good evening, " + name);
    }

    private static String actingAs(Page page, String firm, Acting acting) {
        Mandate mandate = Objects.requireNonNull(acting.mandate(), "the page is for people who act for a firm");
        String capacity = page.say(mandate.capacity().words());
        return page.say(
                "您正以" + firm + capacity + "的身份办事",
                "You act for " + firm + " ("
                        + capacity.toLowerCase(page.language().locale()) + ")");
    }

    private Asking asking(Request request, Portrait portrait) {
        Page page = request.page();
        List<String> later = request.putOff();
        List<Question> next = matches.questions(portrait, ASKED + later.size());
        List<Question> asked = new ArrayList<>(next.stream()
                .filter(question -> !later.contains(question.element().id()))
                .limit(ASKED)
                .toList());
        long putOff = next.size()
                - next.stream()
                        .filter(question -> !later.contains(question.element().id()))
                        .count();
        long settled = asked.stream()
                .flatMap(question -> question.policies().stream())
                .distinct()
                .count();
        String note = asked.isEmpty()
                ? page.say("现在没有要问您的。", "There is nothing to ask you now.")
                : page.say(
                        asked.size() + " 个问题，关系到 " + settled + " 项政策。",
                        asked.size() + " questions that bear on " + settled + " policies.");
        return new Asking(
                asked.stream()
                        .map(question -> new HomeView.Question(
                                ElementInput.question(question.element(), elements), hint(page, question)))
                        .toList(),
                note,
                request.acting().may(Purpose.ANSWER),
                (int) putOff,
                request.form());
    }

    private String hint(Page page, Question question) {
        String names = question.policies().stream()
                .limit(NAMED)
                .map(this::title)
                .map(page::say)
                .collect(Collectors.joining(page.say("、", ", ")));
        int all = question.policies().size();
        String more = all > NAMED ? page.say("等", " and others") : "";
        return page.say("关系到 " + all + " 项：", "bears on " + all + ": ") + names + more;
    }

    private Words title(String policyId) {
        return policies.find(policyId).map(PolicyDefinition::title).orElse(Words.same(policyId));
    }

    /// What the answers changed, for the top of the page.
    HomeNews news(Page page, Saved saved) {
        List<HomeNews.Change> changes = saved.changes().stream()
                .map(change -> new HomeNews.Change(
                        page.say(title(change.policyId())),
                        "/home/policies/" + change.policyId(),
                        Verdict.valueOf(change.from()).word(),
                        Verdict.valueOf(change.to()).word()))
                .toList();
        String heading;
        if (saved.values() > 0) {
            heading = page.say(
                    "记下了 " + saved.values() + " 项，标明“企业自报”", saved.values() + " recorded, marked as declared by you");
        } else if (saved.putOff() > 0) {
            heading = page.say("好的，先放一放", "Fine, we ask later");
        } else {
            heading = page.say("没有填，什么都没变", "Nothing was filled in; nothing changed");
        }
        return new HomeNews(heading, saved.values() > 0, changes);
    }
}
