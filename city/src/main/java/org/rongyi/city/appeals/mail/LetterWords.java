package org.rongyi.city.appeals.mail;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue.LegalRoute;
import org.rongyi.city.appeals.AppealFiles.Keeping;
import org.rongyi.city.cases.Case;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.ui.EnglishNames;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the city writes back. Nothing of what somebody wrote is repeated: an e-mail is read on the way.
@Component
class LetterWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final CityWords city;
    private final EnglishNames english;
    private final String links;

    LetterWords(CityWords city, EnglishNames english, @Value("${rongyi.mail.links:}") String links) {
        this.city = city;
        this.english = english;
        this.links = links;
    }

    /// Something enclosed that was not kept.
    record Refused(String name, Keeping why) {}

    String receiptSubject(Appeal appeal) {
        return "收到，编号 " + appeal.number() + " / Received, number " + appeal.number();
    }

    String receipt(Appeal appeal, Case now, List<Refused> refused) {
        Instant due = now.dueAt();
        String when = due == null ? "" : WHEN.format(due.atZone(city.zone()));
        return "您反映的事收到了。\n编号 " + appeal.number() + "，查询码 " + appeal.code() + "\n现在由" + now.unit() + "办。"
                + (due == null ? "" : "下一个时限 " + when + "。") + "\n"
                + "要补充，直接回复这封邮件。不用登录，凭编号和查询码随时能查" + link() + "。\n" + zh(refused)
                + "\nWe received what you brought up.\nNumber " + appeal.number() + ", code " + appeal.code()
                + "\nIt is with " + english.of(now.unit()) + (due == null ? "." : "; the next date is " + when + ".")
                + "\nAnswer this e-mail to add something. With number and code you can look it up at any time" + link()
                + ".\n" + en(refused);
    }

    private String link() {
        return links.isBlank() ? "" : " " + links + "/appeals ";
    }

    private static String zh(List<Refused> refused) {
        StringBuilder text = new StringBuilder();
        refused.forEach(each -> text.append("附件“")
                .append(each.name())
                .append("”没有收下：")
                .append(
                        switch (each.why()) {
                            case KEPT -> "";
                            case EMPTY -> "是空的";
                            case TOO_LARGE -> "超过 10 MB";
                            case TOO_MANY -> "最多 5 个";
                            case UNKNOWN_TYPE -> "只收 PDF、PNG、JPEG，看的是内容";
                        })
                .append("。\n"));
        return text.toString();
    }

    private static String en(List<Refused> refused) {
        StringBuilder text = new StringBuilder();
        refused.forEach(each -> text.append("“")
                .append(each.name())
                .append("” was not kept: ")
                .append(
                        switch (each.why()) {
                            case KEPT -> "";
                            case EMPTY -> "it is empty";
                            case TOO_LARGE -> "it has more than 10 MB";
                            case TOO_MANY -> "at most 5 files are";
                            case UNKNOWN_TYPE -> "only PDF, PNG and JPEG are, told by their content";
                        })
                .append(".\n"));
        return text.toString();
    }

    String addedSubject(Appeal appeal) {
        return "补充收到，编号 " + appeal.number() + " / Added to number " + appeal.number();
    }

    String added(Appeal appeal, List<Refused> refused) {
        return "您补充的已经并到 " + appeal.number() + "。\n" + zh(refused) + "\nWhat you wrote was added to " + appeal.number()
                + ".\n" + en(refused);
    }

    String closedSubject(Appeal appeal) {
        return "已经办结，编号 " + appeal.number() + " / Number " + appeal.number() + " is closed";
    }

    String closed(Appeal appeal) {
        return appeal.number() + " 已经办结，这封邮件没有加进去。还有事请另写一封，不要用回复。\n\n" + appeal.number()
                + " is closed and your e-mail was not added. If there is more, write a new e-mail, not an answer.\n";
    }

    String elsewhereSubject() {
        return "这件事要走另一个渠道 / This goes another way";
    }

    String elsewhere(LegalRoute route) {
        return route.tell().zh() + "\n依据：" + route.basis().zh() + "\n您写的没有保存。如果不是这回事，直接回复这封邮件，带上原文，会由人来看。\n\n"
                + route.tell().en() + "\nBasis: " + route.basis().en()
                + "\nWhat you wrote was not kept. If it is something else, answer this e-mail with your text in it,"
                + " and a person will read it.\n";
    }

    String repliedSubject(Appeal appeal) {
        return "有答复了，编号 " + appeal.number() + " / Answered: number " + appeal.number();
    }

    String replied(Appeal appeal) {
        return appeal.number() + " 有答复了。凭编号和查询码打开" + link() + "看，并说一句解决了没有：不满意会换人、提一级重办。\n\n" + appeal.number()
                + " was answered. Open it with number and code" + link()
                + " and say whether it is solved; if it is not, it goes one level up to somebody else.\n";
    }
}
