package org.rongyi.city.utilities.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.ui.Page;
import org.rongyi.city.utilities.Connection.Brief;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.web.ConnectionView.Row;
import org.rongyi.city.utilities.web.ConnectionView.RowState;
import org.springframework.stereotype.Component;

/// Puts together the lines of a list; what their cases say is asked once for all of them.
@Component
class ConnectionRows {
    static final int A_PAGE = 20;

    private final ConnectionViews views;
    private final CaseFiles files;

    ConnectionRows(ConnectionViews views, CaseFiles files) {
        this.views = views;
        this.files = files;
    }

    private Map<Long, Case> cases(List<Brief> all) {
        List<Long> ids = all.stream()
                .flatMap(one -> one.parts().stream().map(Brief.Part::caseId))
                .toList();
        return files.find(ids).stream().collect(Collectors.toMap(Case::id, Function.identity()));
    }

    private String title(Page page, Brief one) {
        return views.title(page, one.parts().stream().map(Brief.Part::utility).toList());
    }

    private static Case of(Map<Long, Case> cases, Brief.Part part) {
        return Objects.requireNonNull(cases.get(part.caseId()));
    }

    /// For the firm: each connection with its state.
    List<Row> ofFirm(Page page, List<Brief> all) {
        Map<Long, Case> cases = cases(all);
        return all.stream()
                .map(one -> new Row(
                        ConnectionPages.HERE + "/" + one.id(),
                        title(page, one) + page.say("，", ", ") + one.address(),
                        page.say("交于 ", "handed in ") + page.moment(one.at()),
                        one.parts().stream()
                                .map(part -> state(page, of(cases, part), part, views.name(page, part.utility())))
                                .toList()))
                .toList();
    }

    private static RowState state(Page page, Case now, Brief.Part part, String name) {
        return new RowState(
                name
                        + page.say("：", ": ")
                        + ConnectionViews.forFirm(page, now.state().name()),
                ConnectionViews.tag(part.state()));
    }

    /// For an operator or an authority: its own part, and until when.
    List<Row> ofDepartment(Page page, List<Brief> all, String department) {
        Map<Long, Case> cases = cases(all);
        return all.stream()
                .map(one -> new Row(
                        OperatorPages.HERE + "/" + one.id(),
                        one.applicant() + page.say("，", ", ") + title(page, one),
                        page.say("交于 ", "handed in ") + page.moment(one.at()),
                        List.of(own(page, one, cases, department))))
                .toList();
    }

    private static RowState own(Page page, Brief one, Map<Long, Case> cases, String department) {
        return one.parts().stream()
                .filter(part -> part.unit().equals(department) && !part.state().end())
                .findFirst()
                .map(part -> new RowState(words(page, of(cases, part), part.state()), tag(part.state())))
                .orElseGet(() -> new RowState(page.say("等许可", "a permit is open"), ConnectionViews.ACTION));
    }

    /// What waits for the department is hibiscus here, and what waits for the firm is not.
    private static String tag(State state) {
        return switch (state) {
            case NO_CREW, SURVEYED, WORKS, ACCEPTED -> ConnectionViews.ACTION;
            case APPLIED, SURVEY_BOOKED, PLAN_OFFERED, PLAN_EXPIRED, PLAN_ACCEPTED -> ConnectionViews.GOING;
            case SUPPLIED, REFUSED, WITHDRAWN, LAPSED -> ConnectionViews.GREY;
        };
    }

    private static String words(Page page, Case now, State state) {
        Instant due = now.dueAt();
        return page.say(now.state().name())
                + (due == null || !tag(state).equals(ConnectionViews.ACTION)
                        ? ""
                        : page.say("，最晚 ", ", by ") + page.date(page.city().dayOf(due)));
    }
}
