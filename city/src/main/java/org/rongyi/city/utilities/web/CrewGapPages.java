package org.rongyi.city.utilities.web;

import java.util.List;
import org.rongyi.city.ui.Attention;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.utilities.CrewGaps;
import org.rongyi.city.utilities.CrewGaps.Gap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where no survey crew can come, for who keeps the city's file of crews. No firm is named.
@Controller
class CrewGapPages implements Attention {
    private static final String PATH = "/admin/crews";

    private final CrewGaps gaps;
    private final ConnectionViews views;

    CrewGapPages(CrewGaps gaps, ConnectionViews views) {
        this.gaps = gaps;
        this.views = views;
    }

    @Override
    public List<Link> forAdministrators() {
        int waiting = gaps.gaps().stream().mapToInt(Gap::waiting).sum();
        return waiting == 0
                ? List.of()
                : List.of(Link.of(
                        waiting + " 件报装没有踏勘班组能去", waiting + " connections to which no survey crew can come", PATH));
    }

    @GetMapping(PATH)
    String show(Page page, Model model) {
        model.addAttribute(
                "rows",
                gaps.gaps().stream()
                        .map(gap -> new CrewGapRow(
                                views.name(page, gap.utility()),
                                views.district(page, gap.area()),
                                gap.area(),
                                gap.able() == 0
                                        ? page.say("没有班组去", "no crew comes there")
                                        : page.say("去的班组做不了要的", "no crew that comes there has the skill"),
                                page.number(gap.waiting()),
                                page.moment(gap.since())))
                        .toList());
        return "jte:utilities/crews";
    }
}
