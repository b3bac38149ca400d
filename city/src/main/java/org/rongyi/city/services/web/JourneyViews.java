package org.rongyi.city.services.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.journey.JourneyPlan;
import org.rongyi.definitions.journey.JourneyPlan.Decided;
import org.rongyi.definitions.journey.JourneyPlan.Origin;
import org.rongyi.definitions.journey.JourneyPlan.Verdict;
import org.springframework.stereotype.Component;

/// Says a derived plan in words.
@Component
class JourneyViews {
    private final Catalogue catalogue;
    private final Elements elements;
    private final WorkingCalendar calendar;

    JourneyViews(Catalogue catalogue, Elements elements, WorkingCalendar calendar) {
        this.catalogue = catalogue;
        this.elements = elements;
        this.calendar = calendar;
    }

    /// @param known what is known, with where it comes from
    JourneyView of(Page page, JourneyPlan plan, KnownValues known) {
        List<ServiceItem> timeless = plan.withoutLimit();
        boolean shorter = plan.oneByOneDays() > plan.workingDays();
        return new JourneyView(
                plan.parts().stream()
                        .filter(part -> part.verdict() == Verdict.APPLIES || part.verdict() == Verdict.LEFT_OUT)
                        .map(part -> item(page, part))
                        .toList(),
                plan.with(Verdict.OPEN).stream().map(part -> item(page, part)).toList(),
                plan.with(Verdict.NOT_NEEDED).stream()
                        .map(part -> item(page, part))
                        .toList(),
                plan.with(Verdict.HELD).stream().map(part -> item(page, part)).toList(),
                plan.form().stream()
                        .filter(field -> field.origin() == Origin.ASKED || field.origin() == Origin.LACKING)
                        .map(field -> field(page, plan, field, known))
                        .toList(),
                fields(page, plan, Origin.KNOWN, known),
                fields(page, plan, Origin.YIELDED, known),
                papers(page, plan, true),
                papers(page, plan, false),
                plan.steps().stream().map(step -> lane(page, step)).toList(),
                plan.workingDays(),
                (plan.certain() ? "" : page.say("至少 ", "at least ")) + ServiceWords.days(page, plan.workingDays()),
                plan.certain() ? done(page, plan.workingDays()) : null,
                unsure(page, plan),
                shorter ? ServiceWords.days(page, plan.oneByOneDays()) : null,
                ServiceWords.joined(
                        page,
                        timeless.stream().map(item -> page.say(item.name())).toList()));
    }

    private JourneyView.Item item(Page page, Decided part) {
        return new JourneyView.Item(
                part.item().id(),
                page.say(part.item().name()),
                page.say(ServiceWords.department(catalogue, part.item().department())),
                why(page, part),
                part.part().optional(),
                part.verdict() == Verdict.LEFT_OUT);
    }

    private static @Nullable String why(Page page, Decided part) {
        ServiceItem.Situation again = part.item().again();
        Words why =
                again != null && part.verdict() == Verdict.OPEN && part.part().when() == null
                        ? again.note()
                        : part.part().why();
        return why == null ? null : page.say(why);
    }

    private List<JourneyView.Field> fields(Page page, JourneyPlan plan, Origin origin, KnownValues known) {
        return plan.with(origin).stream()
                .map(field -> field(page, plan, field, known))
                .toList();
    }

    private JourneyView.Field field(Page page, JourneyPlan plan, JourneyPlan.Field field, KnownValues known) {
        Optional<ElementDefinition> element = elements.find(field.element());
        String name = element.map(found -> page.say(found.name())).orElse(field.element());
        String value = field.origin() == Origin.KNOWN && element.isPresent()
                ? value(page, element.get(), known.value(field.element()))
                : null;
        String note = switch (field.origin()) {
            case KNOWN -> known.origin(page, field.element());
            case YIELDED ->
                page.say("由", "from: ") + itemNames(page, plan, List.copyOf(field.from())) + page.say("产生", "");
            case ASKED, LACKING -> page.say("用于", "for: ") + itemNames(page, plan, field.neededBy());
        };
        return new JourneyView.Field(field.element(), name, value, note);
    }

    /// Personal numbers are used, not shown again.
    private String value(Page page, ElementDefinition element, @Nullable Object value) {
        return element.sensitivity() == ElementDefinition.Sensitivity.S
                ? page.say("已有，不显示", "on file, not shown")
                : ElementWords.value(page, elements, element, value);
    }

    private static String itemNames(Page page, JourneyPlan plan, List<String> items) {
        int applying = plan.steps().size();
        if (items.size() > 2 && items.size() == applying) {
            return page.say("全部事项", "all items");
        }
        List<String> names = items.stream()
                .flatMap(id -> plan.step(id).stream())
                .map(step -> page.say(step.item().name()))
                .toList();
        return names.size() <= 2
                ? ServiceWords.joined(page, names)
                : page.say(
                        names.getFirst() + "等 " + names.size() + " 项",
                        names.getFirst() + " and " + (names.size() - 1) + " more");
    }

    private List<PaperLine> papers(Page page, JourneyPlan plan, boolean handedIn) {
        return plan.papers().stream()
                .filter(paper -> paper.handedIn() == handedIn)
                .map(paper -> paper(page, plan, paper))
                .toList();
    }

    private PaperLine paper(Page page, JourneyPlan plan, JourneyPlan.Paper paper) {
        ServiceTerms terms = catalogue.terms();
        String name = page.say(
                paper.licence() ? ServiceWords.licence(terms, paper.id()) : ServiceWords.material(terms, paper.id()));
        String note = terms.material(paper.id())
                .map(ServiceTerms.Material::note)
                .map(page::say)
                .orElse(page.say("用于", "for: ") + itemNames(page, plan, paper.neededBy()));
        String by = Objects.requireNonNullElse(paper.by(), "");
        String none = page.say("免交", "not needed");
        return switch (paper.handling()) {
            case HAND_IN -> new PaperLine(name, true, page.say("要交", "hand in"), note);
            case PROMISE -> new PaperLine(name, true, page.say("可以先承诺", "a promise will do"), note);
            case LICENCE_HELD ->
                new PaperLine(
                        name,
                        false,
                        none,
                        page.say("电子证照已核对：", "e-licence on file: ") + page.say(ServiceWords.licence(terms, by)));
            case ISSUED_BEFORE -> new PaperLine(name, false, none, page.say("前面的事项会发给您", "an earlier item issues it"));
            case SHARED -> {
                String from = page.say(ServiceWords.department(catalogue, by));
                yield new PaperLine(name, false, none, page.say(from + "已共享", "shared: " + from));
            }
        };
    }

    private JourneyView.Lane lane(Page page, JourneyPlan.Step step) {
        return new JourneyView.Lane(
                "/items/" + step.item().id(),
                page.say(step.item().name()),
                page.say(ServiceWords.department(catalogue, step.item().department())),
                when(page, step),
                step.start(),
                step.end(),
                step.critical());
    }

    private static String when(Page page, JourneyPlan.Step step) {
        Integer days = step.days();
        int first = step.start() + 1;
        if (days == null) {
            String from = first == 1 ? "" : page.say("第 " + first + " 天起，", "from day " + first + ", ");
            return from + ServiceWords.days(page, null);
        }
        if (days == 0) {
            return step.start() == 0
                    ? ServiceWords.days(page, 0)
                    : page.say("第 " + step.start() + " 天，", "day " + step.start() + ", ") + ServiceWords.days(page, 0);
        }
        Integer notice = step.item().limit().notice();
        String during = notice == null ? "" : page.say("，", ", ") + ServiceWords.notice(page, notice);
        return (days == 1
                        ? page.say("第 " + first + " 天", "day " + first)
                        : page.say("第 " + first + " 至 " + step.end() + " 天", "days " + first + " to " + step.end()))
                + during;
    }

    private @Nullable String done(Page page, int days) {
        try {
            LocalDate day = calendar.plus(page.today(), days);
            return page.date(day);
        } catch (CalendarYearMissing notPublishedYet) {
            return null;
        }
    }

    /// Why no day can be named: what is not answered, whose time nobody has published, or a year without a calendar.
    private String unsure(Page page, JourneyPlan plan) {
        List<String> lacks = new ArrayList<>();
        int questions = plan.questions().size();
        if (questions > 0) {
            lacks.add(page.say(
                    "还有 " + questions + " 个问题没有答案",
                    questions == 1 ? "one question is open" : questions + " questions are open"));
        } else if (!plan.with(Verdict.OPEN).isEmpty()) {
            lacks.add(page.say("有的事项办不办还没定", "whether some items apply is open"));
        }
        List<String> timeless =
                plan.withoutLimit().stream().map(item -> page.say(item.name())).toList();
        if (!timeless.isEmpty()) {
            lacks.add(
                    timeless.size() == 1
                            ? page.say(
                                    timeless.getFirst() + "没有公布时限", "no time is published for " + timeless.getFirst())
                            : page.say(
                                    timeless.size() + " 个事项没有公布时限",
                                    "no time is published for " + timeless.size() + " items"));
        }
        if (lacks.isEmpty()) {
            missingYear(page, plan.workingDays()).ifPresent(lacks::add);
        }
        return lacks.isEmpty()
                ? ""
                : page.say("还说不出哪天办完：", "No day can be named yet: ") + String.join(page.say("，", "; "), lacks);
    }

    private Optional<String> missingYear(Page page, int days) {
        try {
            calendar.plus(page.today(), days);
            return Optional.empty();
        } catch (CalendarYearMissing missing) {
            return Optional.of(page.say(
                    missing.year() + " 年的放假安排还没有公布", "the holidays of " + missing.year() + " are not published yet"));
        }
    }
}
