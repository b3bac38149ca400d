package org.rongyi.city.appeals.web;

import org.rongyi.city.appeals.MailRecord;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// E-mails that a seat looks at: what became no appeal, and whom no answer reached.
@Controller
class LetterPages {
    private final MailRecord mail;

    LetterPages(MailRecord mail) {
        this.mail = mail;
    }

    @GetMapping("/seat/letters")
    String letters(Page page, Model model) {
        model.addAttribute(
                "unsent", mail.unsent().stream().map(each -> row(page, each)).toList());
        model.addAttribute(
                "left", mail.left().stream().map(each -> row(page, each)).toList());
        return "jte:appeals/letters";
    }

    private static LetterRow row(Page page, MailRecord.Unsent each) {
        String why = each.given()
                ? page.say("没发出去，不再重试", "not sent, and not tried again")
                : page.say("不知道发出去没有，不再重发", "maybe sent, and not sent again");
        return new LetterRow(page.moment(each.at()), each.address(), each.subject(), why, each.number());
    }

    private static LetterRow row(Page page, MailRecord.Left each) {
        String why = switch (each.why()) {
            case MACHINE -> page.say("像是机器发的", "a program seems to have written it");
            case EMPTY -> page.say("没有写什么事", "it says nothing");
            case TOO_MANY -> page.say("一天来得太多", "too many on one day");
            case UNKNOWN -> page.say("没有记下原因", "the reason is not on record");
        };
        return new LetterRow(page.moment(each.at()), each.address(), "", why, null);
    }
}
