package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Part;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.portal.web.HomeView.Going;
import org.rongyi.city.portal.web.HomeView.Turn;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind.WaitsFor;
import org.springframework.stereotype.Component;

/// What a firm applies for, on its home: how far it is, what is news, and what waits for the firm.
@Component
class HomeApplications {
    private static final int SHOWN = 5;
    private static final int NEWS = 3;

    private final Applications applications;

    HomeApplications(Applications applications) {
        this.applications = applications;
    }

    /// Drafts and what was handed in, newest first.
    List<Going> going(Page page, Acting acting) {
        return mine(acting).stream()
                .limit(SHOWN)
                .map(tracked -> new Going(
                        page.say(tracked.application().journey().name()),
                        "/applications/" + tracked.application().id(),
                        says(page, tracked),
                        tracked.application().number(page.city().zone())))
                .toList();
    }

    /// Of the firm for which the person acts, and those without a firm that the person began.
    private List<Tracked> mine(Acting acting) {
        CreditCode firm = acting.mandate() == null ? null : acting.mandate().firm();
        return applications.of(acting).stream()
                .filter(tracked -> tracked.application().firm() == null
                        || tracked.application().firm().equals(firm))
                .toList();
    }

    private static String says(Page page, Tracked tracked) {
        if (tracked.application().draft()) {
            return page.say("没有提交，存着", "not handed in, kept for you");
        }
        List<Part> parts = tracked.parts();
        long granted = parts.stream()
                .filter(part -> part.state() == Part.State.GRANTED)
                .count();
        String so = page.say(granted + " / " + parts.size() + " 项办成", granted + " of " + parts.size() + " granted");
        return parts.stream().anyMatch(HomeApplications::waits) ? page.say("等您补正；", "waits for you; ") + so : so;
    }

    /// What happened since somebody of the firm looked.
    List<HomeView.Line> news(Page page, Acting acting) {
        return applications.news(acting, NEWS).stream()
                .filter(notice -> !notice.seen())
                .map(notice -> new HomeView.Line(
                        page.say(notice.item()) + page.say("：", ": ") + page.say(notice.what()),
                        "/applications/" + notice.application().id(),
                        page.moment(notice.at())))
                .toList();
    }

    /// Departments that asked for corrections.
    List<Turn> turns(Page page, Acting acting) {
        List<Turn> turns = new ArrayList<>();
        for (Tracked tracked : mine(acting)) {
            tracked.parts().stream()
                    .filter(HomeApplications::waits)
                    .map(part -> turn(page, tracked.application(), part))
                    .forEach(turns::add);
        }
        return turns;
    }

    private static Turn turn(Page page, Application application, Part part) {
        String item = page.say(part.item().name());
        return new Turn(
                page.say("请您补正：" + item, "Please correct: " + item),
                page.say("部门一次说全了要改的，改好就接着办。", "The department said at once what to correct; then it goes on."),
                page.say("看要改什么", "See what to correct"),
                "/applications/" + application.id(),
                1);
    }

    private static boolean waits(Part part) {
        return part.state() == Part.State.OPEN
                && part.now() != null
                && part.now().state().waitsFor() == WaitsFor.FIRM;
    }
}
