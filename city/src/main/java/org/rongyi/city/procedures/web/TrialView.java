package org.rongyi.city.procedures.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.procedures.ProcedureDrawing;
import org.rongyi.city.procedures.Standing;
import org.rongyi.city.procedures.Trial;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;

/// A test case on its page.
///
/// @param back the address before the last answer; empty at the beginning
public record TrialView(
        ProcedureDrawing drawing,
        List<String> said,
        List<Open> open,
        String state,
        boolean paused,
        boolean ended,
        String again,
        String back) {
    public record Open(String step, String who, List<Link> answers) {}

    static TrialView of(Page page, long id, List<String> answers, Trial.Ran ran) {
        Standing standing = ran.standing();
        String base = "/admin/procedures/" + id + "/trial";
        List<Open> open = new ArrayList<>();
        for (Trial.Open each : ran.open()) {
            open.add(new Open(
                    page.say(each.step().name()),
                    page.say(each.who()),
                    each.answers().stream()
                            .map(answer -> {
                                List<String> then = new ArrayList<>(answers);
                                then.add(answer.flow());
                                return new Link(answer.name(), address(base, then));
                            })
                            .toList()));
        }
        List<String> said = ran.said().stream()
                .map(each -> page.say(each.step())
                        + page.say("：", ": ")
                        + page.say(each.answer())
                        + page.say("（", " (")
                        + page.say(each.who())
                        + page.say("）", ")"))
                .toList();
        return new TrialView(
                ProcedureDrawing.of(page, standing.procedure(), standing.here()),
                said,
                open,
                page.say(ran.state()),
                ran.paused(),
                standing.ended(),
                base,
                answers.isEmpty() ? "" : address(base, answers.subList(0, answers.size() - 1)));
    }

    /// Ids of flows have letters and digits only.
    private static String address(String base, List<String> answers) {
        return answers.isEmpty() ? base : base + "?a=" + String.join("&a=", answers);
    }
}
