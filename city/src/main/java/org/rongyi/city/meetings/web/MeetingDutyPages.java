package org.rongyi.city.meetings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rongyi.city.meetings.MeetingDesk;
import org.rongyi.city.ui.CsvTable;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Which department owes a meeting.
@Controller
class MeetingDutyPages {
    private final MeetingDesk desk;
    private final MeetingViews views;

    MeetingDutyPages(MeetingDesk desk, MeetingViews views) {
        this.desk = desk;
        this.views = views;
    }

    private List<MeetingView.Owed> owed(Page page) {
        return desk.duties(page.today()).stream()
                .map(duty -> views.owed(page, duty))
                .toList();
    }

    @GetMapping("/leader/meetings")
    String duties(Page page, Model model) {
        model.addAttribute("rows", owed(page));
        return "jte:meetings/duties";
    }

    @GetMapping("/leader/meetings.csv")
    void table(Page page, HttpServletResponse response) {
        CsvTable table = CsvTable.download(response, page.say("见面会.csv", "meetings.csv"))
                .row(List.of(
                        page.say("系列", "Series"),
                        page.say("部门", "Department"),
                        page.say("上一场", "Last"),
                        page.say("下一场", "Next"),
                        page.say("最迟", "Due"),
                        page.say("情况", "Standing")));
        owed(page)
                .forEach(row -> table.row(
                        List.of(row.series(), row.unit(), row.last(), row.next(), row.due(), row.standing())));
    }
}
