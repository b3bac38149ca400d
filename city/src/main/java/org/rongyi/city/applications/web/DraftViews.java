package org.rongyi.city.applications.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.web.DraftView.Item;
import org.rongyi.city.applications.web.DraftView.Step;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.definitions.journey.JourneyPlan.Decided;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.rongyi.definitions.journey.JourneyPlan.Verdict;
import org.springframework.stereotype.Component;

/// Says a draft in words.
@Component
class DraftViews {
    private final ApplicationWords words;

    DraftViews(ApplicationWords words) {
        this.words = words;
    }

    DraftView of(Page page, Draft draft) {
        JourneyPlan plan = draft.plan();
        int fields = plan.with(Origin.KNOWN).size() + plan.with(Origin.ASKED).size();
        int filled = plan.with(Origin.KNOWN).size();
        int ready = (int) plan.with(Origin.KNOWN).stream()
                .filter(field -> !draft.application().said().containsKey(field.element()))
                .count();
        return new DraftView(
                draft.application().id(),
                draft.application().journey().name(),
                words.firm(draft.application().firm()),
                ApplicationWords.assisted(page, draft.application().assisted()),
                steps(page, draft),
                plan.parts().stream()
                        .filter(part -> part.verdict() == Verdict.APPLIES || part.verdict() == Verdict.LEFT_OUT)
                        .map(part -> item(page, part))
                        .toList(),
                plan.with(Verdict.OPEN).stream().map(part -> item(page, part)).toList(),
                fields,
                filled,
                ready,
                (plan.certain() ? "" : page.say("至少 ", "at least ")) + ServiceWords.days(page, plan.workingDays()),
                plan.certain() ? words.day(page, plan.workingDays()) : null);
    }

    private Item item(Page page, Decided part) {
        return new Item(
                part.item().id(),
                page.say(part.item().name()),
                words.department(page, part.item()),
                part.part().why() == null ? null : page.say(part.part().why()),
                part.part().optional(),
                part.verdict() == Verdict.LEFT_OUT);
    }

    private List<Step> steps(Page page, Draft draft) {
        String here = "/applications/" + draft.application().id();
        JourneyPlan plan = draft.plan();
        int questions = draft.questions().size();
        int empty = draft.empty().size();
        int papers = draft.open().size();
        int handIn =
                (int) plan.papers().stream().filter(JourneyPlan.Paper::handedIn).count();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "questions",
                page.say("几个问题", "Questions"),
                page.say("答完就知道要办哪几项", "They settle which items you need"),
                questions == 0 ? "" : page.say("还有 " + questions + " 题", questions + " left"),
                here + "/questions"));
        steps.add(new Step(
                "form",
                page.say("一张表", "One form"),
                page.say("部门已有的替您填好了，每项只问一次", "What departments know is filled in; each thing is asked once"),
                empty == 0 ? "" : page.say("还有 " + empty + " 项没填", empty + " to fill in"),
                here + "/form"));
        steps.add(new Step(
                "papers",
                page.say("材料", "Papers"),
                handIn == 0
                        ? page.say("一份都不用交", "none to hand in")
                        : page.say(
                                "要交 " + handIn + " 份，免交 " + (plan.papers().size() - handIn) + " 份",
                                handIn + " to hand in, " + (plan.papers().size() - handIn) + " not needed"),
                papers == 0 ? "" : page.say("还有 " + papers + " 份没交", papers + " still to come"),
                here + "/papers"));
        steps.add(new Step(
                "check",
                page.say("核对并提交", "Check and hand in"),
                page.say("看一遍，一次提交给各部门", "Read it once, and hand it in to all departments at once"),
                page.say("没有提交", "not handed in"),
                here + "/check"));
        return steps;
    }
}
