package org.rongyi.city.applications.web;

import java.util.List;
import java.util.Set;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Applications.Tracked;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.Part;
import org.rongyi.city.cases.Case;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.springframework.stereotype.Component;

/// Applications as lists show them.
@Component
class ApplicationRows {
    static final int NEWS = 6;
    private static final Set<String> ASKS = Set.of("askCorrection");

    private final Applications applications;
    private final Drafts drafts;
    private final ApplicationWords words;

    ApplicationRows(Applications applications, Drafts drafts, ApplicationWords words) {
        this.applications = applications;
        this.drafts = drafts;
        this.words = words;
    }

    List<ApplicationRow> of(Page page, Acting acting) {
        return applications.of(acting).stream()
                .map(tracked -> row(page, acting, tracked))
                .toList();
    }

    private ApplicationRow row(Page page, Acting acting, Tracked tracked) {
        Application application = tracked.application();
        List<Part> parts = tracked.parts();
        boolean waits = parts.stream().anyMatch(ApplicationRows::waits);
        return new ApplicationRow(
                application.id(),
                application.journey().id(),
                page.say(application.journey().name()),
                application.number(page.city().zone()),
                application.draft(),
                words.firm(application.firm()),
                application.draft() ? left(page, acting, application) : says(page, parts, waits),
                waits,
                page.moment(application.changedAt()),
                "/applications/" + application.id());
    }

    static boolean waits(Part part) {
        Case now = part.now();
        return part.state() == Part.State.OPEN
                && now != null
                && now.open()
                && now.state().waitsFor() == CaseKind.WaitsFor.FIRM;
    }

    private String left(Page page, Acting acting, Application application) {
        int left =
                drafts.find(application.id(), acting).map(ApplicationRows::left).orElse(0);
        return left == 0
                ? page.say("填好了，等您提交", "complete: hand it in")
                : page.say("还差 " + left + " 处", left + " left to do");
    }

    private static int left(Draft draft) {
        return draft.questions().size() + draft.empty().size() + draft.open().size();
    }

    private static String says(Page page, List<Part> parts, boolean waits) {
        long granted = parts.stream()
                .filter(part -> part.state() == Part.State.GRANTED)
                .count();
        long wanted = parts.stream()
                .filter(part -> part.state() != Part.State.LEFT_OUT)
                .count();
        String so = page.say(granted + " / " + wanted + " 项办成", granted + " of " + wanted + " granted");
        return waits ? page.say("等您补正；", "waits for you; ") + so : so;
    }

    List<ApplicationRow.News> news(Page page, Acting acting) {
        return applications.news(acting, NEWS).stream()
                .map(notice -> new ApplicationRow.News(
                        page.say(notice.item()) + page.say("：", ": ") + page.say(notice.what()),
                        page.moment(notice.at()),
                        "/applications/" + notice.application().id(),
                        !notice.seen(),
                        ASKS.contains(notice.event())))
                .toList();
    }
}
