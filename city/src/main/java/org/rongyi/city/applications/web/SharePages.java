package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.SharedDrafts;
import org.rongyi.city.applications.SharedDrafts.Change;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Who was let into a draft, and who changed what in it: for its person.
@Controller
class SharePages {
    private final Drafts drafts;
    private final SharedDrafts shared;
    private final Elements elements;
    private final ApplicationWords words;
    private final Clock clock;

    SharePages(Drafts drafts, SharedDrafts shared, Elements elements, ApplicationWords words, Clock clock) {
        this.drafts = drafts;
        this.shared = shared;
        this.elements = elements;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/applications/{id}/shared")
    String shared(Acting acting, Page page, @PathVariable long id, HttpServletResponse response, Model model) {
        Optional<Draft> draft = drafts.find(id, acting);
        if (draft.isEmpty()) {
            return ApplicationWords.notFound(response, model);
        }
        model.addAttribute("id", id);
        model.addAttribute("journey", draft.get().application().journey().name());
        model.addAttribute(
                "shares",
                shared.shares(id, acting).stream()
                        .map(share -> row(page, share))
                        .toList());
        model.addAttribute(
                "changes",
                shared.changes(id, acting).stream()
                        .map(change -> row(page, change))
                        .toList());
        return "jte:applications/shared";
    }

    private ShareRow row(Page page, Share share) {
        String looks = share.lastLook() == null
                ? page.say("没有打开过", "never opened")
                : page.say("打开过 " + share.looks() + " 次，最近 ", share.looks() + " times, last ")
                        + page.moment(share.lastLook());
        boolean open = share.inForce(clock.instant());
        return new ShareRow(
                share.id(),
                page.say(
                        share.name() + "（" + share.department() + "）",
                        share.name() + " (" + page.named(share.department()) + ")"),
                page.say(share.scope().words()),
                ends(page, share),
                looks,
                open);
    }

    private static String ends(Page page, Share share) {
        return share.endedAt() == null
                ? page.say("到 ", "until ") + page.moment(share.until())
                : page.moment(share.endedAt())
                        + page.say(" 由" + share.endedBy() + "结束", ", ended by " + share.endedBy());
    }

    private ChangeRow row(Page page, Change change) {
        return new ChangeRow(
                page.moment(change.at()),
                change.helper() ? page.say(change.name() + "（帮办）", change.name() + " (helper)") : change.name(),
                words.element(page, change.element()),
                value(page, change, change.before()),
                value(page, change, change.after()));
    }

    private String value(Page page, Change change, @Nullable Object value) {
        return change.hidden()
                ? page.say("不显示", "not shown")
                : elements.find(change.element())
                        .map(element -> words.value(page, element, value))
                        .orElse("");
    }

    @PostMapping("/applications/{id}/shared/{share}/end")
    String end(Acting acting, @PathVariable long id, @PathVariable long share) {
        shared.takeBack(share, acting);
        return "redirect:/applications/" + id + "/shared";
    }
}
