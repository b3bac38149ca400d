package org.rongyi.city.privatesector.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.privatesector.Arrears;
import org.rongyi.city.privatesector.FinanceNeeds.Answer;
import org.rongyi.city.privatesector.FinanceNeeds.Need;
import org.rongyi.city.privatesector.Opportunities.Look;
import org.rongyi.city.privatesector.Opportunities.Opportunity;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Says projects, needs and what is owed in words.
@Component
class SectorViews {
    /// Digits only: a number with an exponent is short to write and endless to print.
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");

    private final FirmNames firms;

    SectorViews(FirmNames firms) {
        this.firms = firms;
    }

    SectorRow row(Page page, Opportunity each) {
        return new SectorRow(
                Long.toString(each.id()),
                each.title(),
                page.named(each.unit()),
                each.amountWan() == null ? page.say("没写金额", "no amount told") : page.wan(each.amountWan()),
                page.day(each.until()),
                state(page, each));
    }

    private static String state(Page page, Opportunity each) {
        if (each.outcome() != null) {
            return page.say("结束了", "ended");
        }
        return each.takes(page.today())
                ? page.quantity(
                        each.interested(), "家有意向", each.interested() == 1 ? "firm interested" : "firms interested")
                : page.say("过期了", "over");
    }

    OpportunityView view(Page page, Opportunity each) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.of(page.say("谁发布", "Offered by"), page.named(each.unit())));
        if (each.amountWan() != null) {
            rows.add(SummaryRow.of(page.say("大约金额", "About"), page.wan(each.amountWan())));
        }
        rows.add(SummaryRow.of(page.say("截止", "Until"), page.date(each.until())));
        rows.add(SummaryRow.of(page.say("问谁", "Ask"), each.contact()));
        return new OpportunityView(
                each.id(),
                each.title(),
                each.words(),
                rows,
                each.takes(page.today()),
                state(page, each),
                each.outcome());
    }

    SectorRow row(Page page, Need need) {
        return new SectorRow(
                Long.toString(need.id()),
                page.wan(need.amountWan()) + page.say("，", ", ") + months(page, need),
                firm(need.firm()),
                units(page, need),
                page.moment(need.at()),
                need.outcome() == null
                        ? page.quantity(need.answers(), "个答复", need.answers() == 1 ? "answer" : "answers")
                        : page.say(need.outcome().words()));
    }

    private static String months(Page page, Need need) {
        return page.quantity(need.months(), "个月", need.months() == 1 ? "month" : "months");
    }

    List<SummaryRow> rows(Page page, Need need) {
        return List.of(
                SummaryRow.of(page.say("要多少", "How much"), page.wan(need.amountWan())),
                SummaryRow.of(page.say("多久", "For how long"), months(page, need)),
                SummaryRow.of(page.say("做什么用", "What for"), need.purpose()),
                SummaryRow.of(
                        page.say("能拿什么担保", "Security"),
                        need.security().isEmpty() ? page.say("没写", "not told") : need.security()),
                SummaryRow.of(page.say("找谁", "Contact"), need.contact()),
                SummaryRow.of(page.say("让谁看", "Read by"), units(page, need)));
    }

    private static String units(Page page, Need need) {
        return need.units().stream().map(page::named).collect(Collectors.joining(page.say("、", ", ")));
    }

    String firm(CreditCode firm) {
        return firms.nameOf(firm).orElse(firm.value());
    }

    static String answer(Page page, Answer answer) {
        return page.named(answer.unit())
                + page.say("，", ", ")
                + answer.name()
                + page.say("，", ", ")
                + page.moment(answer.at())
                + page.say("：", ": ")
                + answer.words();
    }

    static List<String> looks(Page page, List<Look> looks) {
        return looks.stream()
                .map(look -> page.moment(look.at())
                        + page.say("，", ", ")
                        + page.named(look.unit())
                        + page.say("，", ", ")
                        + look.name())
                .toList();
    }

    SectorRow row(Page page, Arrears.Line line) {
        return new SectorRow(
                line.number(),
                line.debtor(),
                page.yuan(line.amountYuan()),
                page.say("应付 ", "due ") + page.day(line.dueOn()),
                line.state().map(state -> page.moment(state.appeal().at())).orElse(""),
                line.state().map(state -> page.say(state.state())).orElse(""));
    }

    static @Nullable BigDecimal number(Form form, String field) {
        String typed = form.value(field).replace(",", "").replace("，", "");
        return AMOUNT.matcher(typed).matches() ? new BigDecimal(typed) : null;
    }

    static @Nullable LocalDate day(Form form, String field) {
        try {
            return LocalDate.parse(form.value(field));
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
