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
        boolean choose = waiting.toChoose() > 0;
        return new Turn(
                choose
                        ? page.say("报装的方案和报价出来了", "There are plans and quotes for your connections")
                        : page.say("报装还没约踏勘", "Your connections wait for a survey"),
                choose
                        ? page.say("并排看，各自定。", "Compare them and choose.")
                        : page.say("几家一起来，只来一次。", "They come together, once."),
                choose ? page.say("去选", "Choose") : page.say("约时间", "Choose a time"),
                "/my/utilities/" + waiting.id(),
                1);
    }
}
