package org.rongyi.city.applications.web;

import java.util.List;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.applications.UnsentMails;
import org.rongyi.city.ui.Attention;
import org.rongyi.city.ui.Link;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// E-mails that did not go out: what the server says, and how to have them sent after it was mended.
@Controller
class MailPages implements Attention {
    private static final int MOST = 100;
    private static final String PATH = "/admin/mails";
    private static final String AGAIN = "again";

    private final UnsentMails mails;
    private final MailNotices notices;

    MailPages(UnsentMails mails, MailNotices notices) {
        this.mails = mails;
        this.notices = notices;
    }

    @Override
    public List<Link> forAdministrators() {
        int left = mails.countLeft();
        return left == 0 ? List.of() : List.of(Link.of(left + " 封邮件没有发出去", left + " e-mails were not sent", PATH));
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("offered", notices.offered());
        model.addAttribute("waiting", mails.waiting());
        model.addAttribute("count", mails.countLeft());
        model.addAttribute("left", mails.left(MOST));
        model.addAttribute(AGAIN, model.getAttribute(AGAIN) instanceof Integer number ? number : null);
        return "jte:applications/mails";
    }

    @PostMapping(PATH + "/again")
    String again(RedirectAttributes after) {
        after.addFlashAttribute(AGAIN, mails.tryAgain());
        return "redirect:" + PATH;
    }
}
