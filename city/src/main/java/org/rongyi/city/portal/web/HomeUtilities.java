package org.rongyi.city.portal.web;

import java.util.List;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.portal.web.HomeView.Turn;
import org.rongyi.city.ui.Page;
import org.rongyi.city.utilities.Connections;
import org.springframework.stereotype.Component;

/// Connections that wait for the firm.
@Component
class HomeUtilities {
    private final Connections connections;

    HomeUtilities(Connections connections) {
        this.connections = connections;
    }

    List<Turn> turns(Page page, Acting acting) {
        return acting.may(Purpose.APPLY)
                ? connections.waiting(acting).stream()
                        .map(waiting -> turn(page, waiting))
                        .toList()
                : List.of();
    }

    private static Turn turn(Page page, Connections.Waiting waiting) {
        String here = "/my/utilities/" + waiting.id();
        if (waiting.toChoose() > 0) {
            return new Turn(
                    page.say("报装的方案和报价出来了", "There are plans and quotes for your connections"),
                    page.say("并排看，各自定。", "Compare them and choose."),
                    page.say("去选", "Choose"),
                    here,
                    1);
        }
        if (waiting.overdue() > 0) {
            return new Turn(
                    page.say("约的踏勘过了日子，还没签完", "The day of your survey has passed, and it is not signed"),
                    page.say(
                            "没有来就另约；来过的话，等他们签完。",
                            "If nobody came, choose another time; otherwise they still have to sign."),
                    page.say("看是怎么回事", "See how it stands"),
                    here,
                    1);
        }
        if (waiting.toBook() > 0) {
            return new Turn(
                    page.say("报装还没约踏勘", "Your connections wait for a survey"),
                    page.say("几家一起来，只来一次。", "They come together, once."),
                    page.say("约时间", "Choose a time"),
                    here,
                    1);
        }
        return new Turn(
                page.say("报装的报价过期了", "The quote for a connection has expired"),
                page.say("要一个新的方案和报价，或者不接了。", "Ask for another plan and quote, or leave it out."),
                page.say("去办", "See to it"),
                here,
                1);
    }
}
