package org.rongyi.city.helping.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.helping.Help;
import org.rongyi.city.helping.Help.Message;
import org.rongyi.city.helping.Help.Side;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Says a talk in words.
@Component
class HelpViews {
    private static final int LONGEST_TITLE = 40;

    private final Catalogue catalogue;
    private final Journeys journeys;
    private final FirmNames firms;
    private final Clock clock;

    HelpViews(Catalogue catalogue, Journeys journeys, FirmNames firms, Clock clock) {
        this.catalogue = catalogue;
        this.journeys = journeys;
        this.firms = firms;
        this.clock = clock;
    }

    HelpView view(Page page, Help help, List<Message> messages, Side reader, Acting by) {
        return new HelpView(
                help.id(),
                title(help),
                about(page, help.about(), help.aboutId()),
                href(help, reader),
                firm(help.firm()),
                page.moment(help.askedAt()),
                help.helperName() + page.say("（", " (") + page.named(help.unit()) + page.say("）", ")"),
                help.open(),
                messages(page, messages, by),
                messages.isEmpty() ? 0 : messages.getLast().id());
    }

    List<HelpView.MessageView> messages(Page page, List<Message> messages, Acting by) {
        return messages.stream()
                .map(message -> new HelpView.MessageView(
                        message.side() == Side.HOUSE ? page.say("系统", "The system") : message.name(),
                        page.moment(message.at()),
                        page.say(message.words()),
                        message.side() != Side.HOUSE && message.account().equals(by.account()),
                        message.side() == Side.HOUSE))
                .toList();
    }

    private static String title(Help help) {
        String line = help.words().lines().findFirst().orElse(help.words());
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…";
    }

    private @Nullable String firm(@Nullable CreditCode firm) {
        return firm == null ? null : firms.nameOf(firm).orElse(firm.value());
    }

    @Nullable
    String about(Page page, Help.About about, String id) {
        Optional<Words> name = switch (about) {
            case ITEM -> catalogue.item(id).map(ServiceItem::name);
            case JOURNEY -> journeys.find(id).map(JourneyDefinition::name);
            case OTHER -> Optional.empty();
        };
        return name.map(page::say).orElse(null);
    }

    /// Who asked goes to their application, the helper to the guide.
    private static @Nullable String href(Help help, Side reader) {
        if (help.draft() != null && reader == Side.ASKER) {
            return "/applications/" + help.draft();
        }
        return switch (help.about()) {
            case ITEM -> "/items/" + help.aboutId();
            case JOURNEY -> "/journeys/" + help.aboutId();
            case OTHER -> null;
        };
    }

    HelpView.Row row(Page page, Help.Line line, Side reader) {
        Help help = line.help();
        String firm = firm(help.firm());
        return new HelpView.Row(
                help.id(),
                title(help),
                about(page, help.about(), help.aboutId()),
                reader == Side.ASKER
                        ? help.helperName() + page.say("，", ", ") + page.named(help.unit())
                        : firm == null ? help.name() : firm,
                page.moment(help.askedAt()),
                help.open(),
                line.unread());
    }

    HelpView.Leave leave(Page page, Share share, Side reader) {
        boolean open = share.inForce(clock.instant());
        String ends = share.endedAt() == null
                ? page.say("到 ", "until ") + page.moment(share.until())
                : page.say("已结束，", "ended ") + page.moment(share.endedAt());
        return new HelpView.Leave(
                share.id(),
                page.say("申请 " + share.draft(), "Application " + share.draft()),
                reader == Side.ASKER ? "/applications/" + share.draft() + "/shared" : "/helper/drafts/" + share.draft(),
                page.say(share.scope().words()),
                ends,
                open);
    }

    String rated(Page page, int ratings, double mean) {
        String stars = page.number(BigDecimal.valueOf(mean).setScale(1, RoundingMode.HALF_UP));
        return page.say(
                "近一年 " + page.number(ratings) + " 次评价，平均 " + stars + " ／ 5。",
                "Rated " + page.number(ratings) + " times in a year: " + stars + " of 5 on average.");
    }
}
