package org.rongyi.city.courts.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.courts.CourtGuide;
import org.rongyi.city.courts.HandOver;
import org.rongyi.city.courts.web.CourtView.FileLine;
import org.rongyi.city.courts.web.CourtView.StageLine;
import org.rongyi.city.courts.web.CourtView.TermLine;
import org.rongyi.city.ui.Page;
import org.springframework.stereotype.Component;

/// Puts together how a hand-over reads.
@Component
class CourtViews {
    private static final int KILOBYTE = 1000;

    private final CourtGuide guide;

    CourtViews(CourtGuide guide) {
        this.guide = guide;
    }

    CourtView.Guide guide(Page page) {
        return new CourtView.Guide(
                page.say(guide.name()),
                guide.address(),
                guide.telephone(),
                page.say(guide.consent()),
                terms(page, null));
    }

    CourtView.Row row(Page page, HandOver each) {
        return new CourtView.Row(
                each.id(), title(page, each), page.say(each.state().words()), page.moment(each.createdAt()));
    }

    private String title(Page page, HandOver each) {
        return page.say(guide.matter(each.matter())) + page.say("，对方 ", ", against ") + each.opponent();
    }

    CourtView one(Page page, HandOver each) {
        BigDecimal amount = each.amountYuan();
        Instant handed = each.handedAt();
        Instant agreed = each.consentedAt();
        return new CourtView(
                each.id(),
                title(page, each),
                page.say(each.state().words()),
                each.draft(),
                says(page, each),
                page.say(guide.matter(each.matter())),
                page.say(guide.step(each.step())),
                each.opponent(),
                each.claim(),
                amount == null ? null : page.yuan(amount),
                agreed == null
                        ? null
                        : Objects.requireNonNullElse(each.consentedBy(), "")
                                + page.say("，", ", ")
                                + page.moment(agreed),
                each.reference(),
                each.address(),
                each.files().stream().map(file -> file(page, file)).toList(),
                missing(page, each),
                terms(page, handed == null ? null : page.city().dayOf(handed)),
                each.stages().stream().map(stage -> stage(page, stage)).toList());
    }

    private static String says(Page page, HandOver each) {
        return switch (each.state()) {
            case DRAFT -> page.say("材料齐了，看过同意的文字，就能交。", "With the papers here and your consent it goes out.");
            case SENDING ->
                page.say("法院平台还没有回应，会自动再送，不会重复。", "The platform has not answered; it is sent again, never twice.");
            case HANDED ->
                page.say(
                        "以后以法院平台上的为准，这里只显示办到哪一步。",
                        "What the courts' platform says counts; here you see how far it is.");
            case REFUSED ->
                page.say("法院平台没有收：", "The platform did not take it: ")
                        + each.refused()
                        + page.say("。改好再交。", ". Mend it and hand it over again.");
            case ENDED -> page.say("结果以法院送达的为准，这里不保存。", "What the court served counts; it is not kept here.");
        };
    }

    private FileLine file(Page page, HandOver.File file) {
        String paper =
                guide.paper(file.paper()).map(each -> page.say(each.name())).orElse(file.paper());
        return new FileLine(
                file.id(), paper, file.name(), page.quantity(Math.max(1, file.size() / KILOBYTE), "KB", "KB"));
    }

    private List<String> missing(Page page, HandOver each) {
        return guide.papers().stream()
                .filter(paper -> paper.needed()
                        && each.files().stream().noneMatch(file -> file.paper().equals(paper.id())))
                .map(paper -> page.say(paper.name()))
                .toList();
    }

    /// @param handedOver null: not yet
    private List<TermLine> terms(Page page, @Nullable LocalDate handedOver) {
        return guide.terms().stream()
                .map(term -> new TermLine(
                        page.say(term.name()),
                        term.days() > 0
                                ? page.quantity(term.days(), "日", "days")
                                : page.quantity(term.months(), "个月", "months"),
                        page.say(term.from()),
                        handedOver == null || !term.fromHandOver() ? null : page.date(term.end(handedOver)),
                        page.say(term.basis()),
                        page.say(term.verify())))
                .toList();
    }

    private static StageLine stage(Page page, HandOver.Stage stage) {
        Instant meets = stage.meetsAt();
        return new StageLine(
                page.say(stage.name()),
                page.date(stage.since()),
                meets == null ? null : page.moment(meets) + (stage.place().isEmpty() ? "" : "　" + stage.place()),
                page.moment(stage.seenAt()));
    }
}
