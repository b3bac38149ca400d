package org.rongyi.city.applications.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Knowledge;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// How the pages of an application say what it holds.
@Component
class ApplicationWords {
    private final Catalogue catalogue;
    private final Elements elements;
    private final FirmNames firms;
    private final WorkingCalendar calendar;

    ApplicationWords(Catalogue catalogue, Elements elements, FirmNames firms, WorkingCalendar calendar) {
        this.catalogue = catalogue;
        this.elements = elements;
        this.firms = firms;
        this.calendar = calendar;
    }

    @Nullable
    String firm(@Nullable CreditCode firm) {
        return firm == null ? null : firms.nameOf(firm).orElse(firm.value());
    }

    String element(Page page, String id) {
        return elements.find(id).map(ElementDefinition::name).map(page::say).orElse(id);
    }

    /// Personal numbers are used, not shown again.
    String value(Page page, ElementDefinition element, @Nullable Object value) {
        if (value == null) {
            return page.say("没有填", "not filled in");
        }
        return element.sensitivity() == Sensitivity.S
                ? page.say("已填，不显示", "filled in, not shown")
                : ElementWords.value(page, elements, element, value);
    }

    /// Where a value comes from that nobody said in the application.
    String origin(Page page, Knowledge known, String element) {
        Optional<Portrait.Fact> fact = known.fact(element);
        return fact.map(found -> found.selfDeclared()
                        ? page.say("您自己填过，", "you supplied it, ") + page.day(found.asOf())
                        : page.say("来自" + found.source() + "，", "from a department, ") + page.day(found.asOf()))
                .orElse(page.say("来自登记", "from the register"));
    }

    String paper(Page page, String id) {
        return page.say(ServiceWords.material(catalogue.terms(), id));
    }

    @Nullable
    String paperNote(Page page, String id) {
        return catalogue
                .terms()
                .material(id)
                .map(ServiceTerms.Material::note)
                .map(page::say)
                .orElse(null);
    }

    String department(Page page, ServiceItem item) {
        return page.say(ServiceWords.department(catalogue, item.department()));
    }

    String items(Page page, List<String> ids) {
        return ServiceWords.joined(
                page,
                ids.stream()
                        .flatMap(id -> catalogue.item(id).stream())
                        .map(item -> page.say(item.name()))
                        .toList());
    }

    /// Why a paper is not handed in.
    String exempt(Page page, JourneyPlan.Paper paper) {
        String by = paper.by() == null ? "" : paper.by();
        return switch (paper.handling()) {
            case LICENCE_HELD ->
                page.say("电子证照已核对：", "e-licence on file: ") + page.say(ServiceWords.licence(catalogue.terms(), by));
            case ISSUED_BEFORE -> page.say("前面的事项会发给您", "an earlier item issues it");
            case SHARED -> {
                String from = page.say(ServiceWords.department(catalogue, by));
                yield page.say(from + "已共享", "shared: " + from);
            }
            case HAND_IN, PROMISE -> "";
        };
    }

    /// The day that lies so many working days after today; null where the calendar does not reach.
    @Nullable
    String day(Page page, int workingDays) {
        try {
            LocalDate day = calendar.plus(page.today(), workingDays);
            return page.date(day);
        } catch (CalendarYearMissing notPublishedYet) {
            return null;
        }
    }

    /// Who types it at a window, with whose consent.
    static @Nullable String assisted(Page page, Application.@Nullable Assisted how) {
        return how == null
                ? null
                : page.say(
                        "窗口代填：" + how.clerkName() + "；代" + how.consentBy() + "，凭" + how.consent(),
                        "Typed at the window by " + how.clerkName() + " for " + how.consentBy() + ", who consented: "
                                + how.consent());
    }

    /// For everybody who may not see it, it is not there.
    static String notFound(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words(
                                "没有这份申请，或者它不归您现在的身份。",
                                "There is no such application, or it does not belong to whom you act for now."),
                        new Words("如果您为几家企业办事，先换一个身份。", "If you act for several firms, change identity first."),
                        Link.of("我的申请", "My applications", "/applications")));
        return "jte:ui/error";
    }
}
