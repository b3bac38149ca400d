package org.rongyi.city.appeals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealCatalogue;
import org.rongyi.city.appeals.web.TicketView.Talk;
import org.rongyi.city.appeals.web.TicketView.Talk.Side;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.CaseKind;
import org.springframework.stereotype.Component;

/// What was said and done about an appeal, as its reporter reads it. Remarks that officials leave for each
/// other stay among them.
@Component
class TalkWords {
    private static final String HOUSE = "appeals";
    private static final String REPLY = "reply";
    private static final String CONTACT = "firstContact";
    private static final String DESK = "desk";

    private final AppealCatalogue catalogue;
    private final People people;

    TalkWords(AppealCatalogue catalogue, People people) {
        this.catalogue = catalogue;
        this.people = people;
    }

    List<Talk> of(Page page, Appeal appeal, CaseFile file) {
        List<Talk> talk = new ArrayList<>();
        talk.add(new Talk(Side.MINE, page.say("您", "You"), "", page.moment(appeal.at()), appeal.words()));
        for (Entry entry : file.timeline()) {
            line(page, appeal, file, entry).ifPresent(talk::add);
        }
        return talk;
    }

    private Optional<Talk> line(Page page, Appeal appeal, CaseFile file, Entry entry) {
        String target = Objects.requireNonNullElse(entry.target(), "");
        return switch (entry.what()) {
            case MOVED -> moved(page, appeal, file, entry);
            case HANDED_OVER, RETURNED ->
                entry.actor().equals(HOUSE)
                        ? Optional.empty() // told with the dispatch
                        : house(page, entry, page.say("由" + target + "办。", "It goes to " + page.named(target) + "."));
            case DISPUTED ->
                house(
                        page,
                        entry,
                        page.say(
                                target + "说不归它办，已请裁定人定。时钟照走。",
                                page.named(target) + " disputes it; the arbiter decides. The clock runs on."));
            case ASSIGNED -> assigned(page, file, entry);
            case PAUSED -> house(page, entry, page.say("时钟停住：", "Clock stopped: ") + pause(page, file, entry));
            case RESUMED -> house(page, entry, page.say("时钟接着走。", "The clock runs again."));
            case EXTENDED ->
                house(page, entry, page.say("经批准延长 " + target + " 个工作日。", "Extended by " + target + " working days."));
            case OVERDUE ->
                switch (Objects.requireNonNullElse(entry.subject(), "")) {
                    case REPLY -> house(page, entry, page.say("到期没有办完。", "The time is over and it is not done."));
                    case DESK -> house(page, entry, page.say("到期还没有派给部门。", "It was not sent to a department in time."));
                    case CONTACT ->
                        house(page, entry, page.say("说好的时间里没有人联系您。", "Nobody spoke to you in the time promised."));
                    default -> Optional.empty();
                };
            case RAISED ->
                house(
                        page,
                        entry,
                        page.say("交到", "Put before ") + level(page, file.now().kind(), entry) + name(target));
            case COMMENTED ->
                entry.actor().equals(HOUSE)
                        ? Optional.of(talk(page, Side.MINE, page.say("您", "You"), "", entry, reason(entry)))
                        : Optional.empty();
            case OPENED,
                    PROMISED,
                    EXTENSION_ASKED,
                    EXTENSION_REFUSED,
                    STEP_ASKED,
                    STEP_ANSWERED,
                    STEP_TAKEN_BACK,
                    REMINDED,
                    VACATED,
                    UNDATED,
                    DATED -> Optional.empty();
        };
    }

    private Optional<Talk> moved(Page page, Appeal appeal, CaseFile file, Entry entry) {
        String event = Objects.requireNonNullElse(entry.subject(), "");
        return switch (event) {
            case "dispatch" -> house(page, entry, dispatched(page, appeal, file, entry));
            case "signIn" -> owner(page, entry, page.say("我签收了，由我负责。", "I took it on and answer for it."));
            case "contact", "reply", "answerNow" -> owner(page, entry, reason(entry));
            case "solve", "stayed", "reopen", "relapse" -> Optional.of(judged(page, entry, event));
            case "askAgain" ->
                house(page, entry, page.say("过了一个多月，再问您一次：有没有反复？", "Weeks have passed: has it come back?"));
            case "silent" -> house(page, entry, page.say("没有再说什么，办结。", "Nothing more was said; closed."));
            case "withdraw" ->
                Optional.of(talk(page, Side.MINE, page.say("您", "You"), "", entry, said(page, file, event)));
            default -> house(page, entry, said(page, file, event) + colon(page, entry));
        };
    }

    private Talk judged(Page page, Entry entry, String event) {
        boolean self = entry.actor().equals(HOUSE);
        String words = reason(entry).isEmpty()
                ? page.say(
                        event.equals("stayed") ? "没有反复。" : "解决了。",
                        event.equals("stayed") ? "It has not come back." : "Solved.")
                : page.named(reason(entry));
        return self
                ? talk(page, Side.MINE, page.say("您", "You"), "", entry, words)
                : talk(
                        page,
                        Side.HOUSE,
                        page.named(entry.actorName()),
                        page.say("回访，独立于办理部门", "call-back, independent of the department"),
                        entry,
                        words);
    }

    private String dispatched(Page page, Appeal appeal, CaseFile file, Entry entry) {
        String category = page.say(catalogue.categoryName(appeal.category()));
        int days = catalogue
                .type(appeal.type())
                .map(AppealCatalogue.Type::workingDays)
                .orElseGet(() -> promised(file));
        String type = page.say(catalogue.typeName(appeal.type()));
        String unit = page.named(sentTo(file, entry));
        return page.say(
                "收到。按“" + category + "”的" + type + "派给" + unit + "，" + days + " 个工作日内答复。",
                "Received. As " + type.toLowerCase(page.language().locale()) + " about “" + category + "” it goes to "
                        + unit + ", to be answered within " + days + " working days.");
    }

    /// As the first clock counts, where the city no longer has the type.
    private static int promised(CaseFile file) {
        return file.clocks().stream()
                .filter(clock -> clock.clock().id().equals(REPLY))
                .findFirst()
                .map(CaseFile.Running::lengthWorkingDays)
                .orElse(0);
    }

    /// The department to which it was dispatched, whoever has it now.
    private static String sentTo(CaseFile file, Entry dispatch) {
        return file.timeline().stream()
                .filter(entry -> entry.number() > dispatch.number()
                        && entry.what() == Entry.What.HANDED_OVER
                        && entry.actor().equals(HOUSE))
                .findFirst()
                .or(() -> Optional.of(file.timeline().getFirst()))
                .map(Entry::target)
                .orElse(file.now().unit());
    }

    private Optional<Talk> assigned(Page page, CaseFile file, Entry entry) {
        boolean again = file.timeline().stream()
                .anyMatch(before -> before.number() < entry.number() && before.what() == Entry.What.ASSIGNED);
        return again
                ? house(
                        page,
                        entry,
                        page.say("换人办：", "Somebody else has it: ")
                                + name(Objects.requireNonNullElse(entry.target(), "")))
                : Optional.empty();
    }

    private static String colon(Page page, Entry entry) {
        return reason(entry).isEmpty() ? "" : page.say("：", ": ") + reason(entry);
    }

    private static String said(Page page, CaseFile file, String event) {
        return file.now().kind().event(event).map(each -> page.say(each.name())).orElse(event);
    }

    private static String pause(Page page, CaseFile file, Entry entry) {
        return file.now()
                .kind()
                .clock(Objects.requireNonNullElse(entry.subject(), ""))
                .flatMap(clock -> clock.pause(Objects.requireNonNullElse(entry.target(), "")))
                .map(reason -> page.say(reason.name()))
                .orElse("");
    }

    private static String level(Page page, CaseKind kind, Entry entry) {
        return kind.levels().stream()
                .filter(level -> level.id().equals(entry.subject()))
                .findFirst()
                .map(level -> page.say(level.name()) + page.say("：", ": "))
                .orElse("");
    }

    String name(String account) {
        return people.known(account).map(Person::name).orElse(account);
    }

    private static String reason(Entry entry) {
        @Nullable String reason = entry.reason();
        return reason == null ? "" : reason;
    }

    private static Optional<Talk> owner(Page page, Entry entry, String words) {
        String who = page.named(entry.actorName());
        return Optional.of(talk(page, Side.OWNER, who, page.say("负责人", "in charge"), entry, words));
    }

    private static Optional<Talk> house(Page page, Entry entry, String words) {
        return Optional.of(talk(page, Side.HOUSE, page.say("系统", "The system"), "", entry, words));
    }

    private static Talk talk(Page page, Side side, String who, String role, Entry entry, String words) {
        return new Talk(side, who, role.isEmpty() ? "" : role + page.say("，", ", "), page.moment(entry.at()), words);
    }
}
