package org.rongyi.city.enterprises.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.city.enterprises.Purposes;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;

/// For what an officer opens a firm's portrait.
enum LookPurpose {
    SERVICE("办理企业申请的事项", "Handling what the firm applied for", true),
    POLICY("核对政策兑现", "Checking a support policy for the firm", true),
    CONTEST("答复数据异议", "Answering a contest of data", false),
    VISIT("走访服务", "Visiting and serving the firm", false),
    SUPERVISION("日常监管", "Routine supervision", false),
    OTHER("其他", "Another purpose", false),
    /// Not offered: the policy lab states it of each firm that it names.
    DRAFT("核对政策草案", "Checking a draft of a policy", false);

    private static final String MORE = "：";

    private final Words words;
    private final boolean secrets;

    LookPurpose(String zh, String en, boolean secrets) {
        this.words = new Words(zh, en);
        this.secrets = secrets;
    }

    /// Whether it may need commercial secrets: only where the firm itself asked for something.
    boolean secrets() {
        return secrets;
    }

    /// What was chosen, of what is offered.
    static Optional<LookPurpose> of(String name) {
        return offered().filter(purpose -> purpose.name().equals(name)).findFirst();
    }

    private static Stream<LookPurpose> offered() {
        return Arrays.stream(values()).filter(purpose -> purpose != DRAFT);
    }

    static List<Option> options() {
        return offered()
                .map(purpose -> new Option(
                        purpose.name(),
                        purpose.words,
                        purpose.secrets
                                ? new Words("能看到商业秘密，例如营业收入", "shows commercial secrets such as revenue")
                                : null))
                .toList();
    }

    /// As it is put on record for the firm.
    String onRecord(String detail) {
        if (this == OTHER) {
            return detail;
        }
        return detail.isEmpty() ? words.zh() : words.zh() + MORE + detail;
    }

    /// What is on record, in the language of the page as far as it is one of the listed purposes.
    static String say(Page page, String onRecord) {
        for (LookPurpose purpose : values()) {
            String listed = purpose.words.zh();
            if (onRecord.equals(listed)) {
                return page.say(purpose.words);
            }
            if (onRecord.startsWith(listed + MORE)) {
                return page.say(purpose.words) + page.say(MORE, ": ") + onRecord.substring(listed.length() + 1);
            }
        }
        return onRecord.startsWith(Purposes.CASE) ? ofCase(page, onRecord.substring(Purposes.CASE.length())) : onRecord;
    }

    private static String ofCase(Page page, String numberAndTitle) {
        String[] parts = numberAndTitle.split(" ", 2);
        return page.say(Purposes.CASE, "Handling ") + parts[0] + (parts.length > 1 ? " " + page.named(parts[1]) : "");
    }
}
