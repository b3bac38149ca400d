package org.rongyi.city.enterprises.generator;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.enterprises.generator.InventedEntity.Books;
import org.rongyi.city.enterprises.generator.InventedEntity.Year;
import org.rongyi.definitions.invented.Draw;

/// What the departments report of an invented entity: each only its own, each with gaps, all about the same truth.
final class Reporting {
    private final Distributions spread;
    private final InventedEntity entity;
    private final Draw draw;
    private final List<FactReport> reports = new ArrayList<>();

    /// Elements whose value got lost: it is missing in last year's report too, or two years would mix in one portrait.
    private final Set<String> lost = new HashSet<>();

    private Reporting(Distributions spread, Inventor.Invention invention) {
        this.spread = spread;
        this.entity = invention.entity();
        this.draw = invention.draw();
    }

    static Filing of(Distributions spread, Inventor.Invention invention) {
        Reporting reporting = new Reporting(spread, invention);
        reporting.registration();
        if (invention.entity().works()) {
            reporting.tradingEntity();
        }
        return new Filing(invention.entity().code(), reporting.reports);
    }

    private void tradingEntity() {
        if (reports("信用")) {
            credit();
        }
        if (reports("发改")) {
            add(report("发改").always("restrictedIndustry", false), recently());
        }
        if (reports("税务")) {
            tax();
        }
        if (reports("人社")) {
            socialSecurity();
        }
        if (!entity.trader()) {
            firm();
        }
    }

    private void firm() {
        if (reports("科技")) {
            science();
        }
        if (reports("统计")) {
            statistics();
        }
        if (reports("残联")) {
            disabled();
        }
        Year last = last();
        if (!entity.trade().chains().isEmpty() && last != null && last.revenue() > 300 && draw.chance(0.5)) {
            add(report("经信").codes("industryChain", entity.trade().chains()), recently());
        }
        if (last != null && draw.chance(entity.trade().export())) {
            add(report("海关").amount("exportValue", last.revenue() * draw.between(0.05, 0.7)), endOfLastYear());
        }
        if (last != null && draw.chance(spread.marks().borrows()) && reports("金融")) {
            add(report("金融").amount("loanBalance", last.liabilities() * draw.between(0.1, 0.6)), recently());
        }
        if (reports("供电")) {
            add(report("供电").count("powerUse", Math.round(draw.logNormal(90.0 * entity.staff(), 0.8))), recently());
        }
    }

    private boolean reports(String source) {
        return !spread.gap(draw, source, entity.trader());
    }

    private Report report(String source) {
        return new Report(draw, spread.missingValue(), source, lost);
    }

    private void add(Report report, LocalDate asOf) {
        FactReport made = report.asOf(entity.code(), asOf.isBefore(entity.established()) ? spread.asOf() : asOf);
        if (made != null) {
            reports.add(made);
        }
    }

    private LocalDate recently() {
        return spread.asOf().minusDays(draw.below(60));
    }

    private LocalDate endOfLastYear() {
        return LocalDate.of(spread.asOf().getYear() - 1, Month.DECEMBER, 31);
    }

    private @Nullable Year last() {
        Books books = entity.books();
        return books == null ? null : books.last();
    }

    private void registration() {
        Distributions.Marks marks = spread.marks();
        Report report = report("市监")
                .always("creditCode", entity.code().value())
                .always("entityName", entity.name())
                .always("entityType", entity.type())
                .always("registrationState", entity.state())
                .always("establishedOn", entity.established())
                .text("businessScope", entity.trade().scope())
                .text("industryCode", entity.trade().industry())
                .text("registeredAddress", entity.address())
                .text("operatingAreaCode", entity.area().value());
        Integer capitalWan = entity.capitalWan();
        if (capitalWan != null) {
            report.count("registeredCapital", capitalWan);
            if (!entity.trader() && draw.chance(0.6)) {
                report.amount("paidInCapital", Math.round(capitalWan * Math.min(1, draw.between(0, 1.6))));
            }
        }
        boolean due = entity.established().getYear() < spread.asOf().getYear();
        boolean late = draw.chance(marks.annualReportLate());
        if (due) {
            report.text("annualReportState", !late ? "已年报" : draw.chance(0.5) ? "逾期补报" : "未年报");
        } else {
            report.text("annualReportState", "未到期");
        }
        report.mark("abnormalList", draw.chance(marks.abnormal()));
        add(report, recently());
    }

    private void credit() {
        Distributions.Marks marks = spread.marks();
        boolean serious = draw.chance(marks.serious());
        boolean penalised = serious || draw.chance(marks.penalised());
        Report report = report("信用")
                .mark("seriousList", serious)
                .count("penaltyCount3y", penalised ? 1 + draw.below(serious ? 5 : 2) : 0);
        report.codes(
                "permits",
                entity.trade().permits().stream().filter(_ -> draw.chance(0.9)).toList());
        add(report, recently());
    }

    private void tax() {
        Distributions.Marks marks = spread.marks();
        Year last = last();
        double monthly = last == null ? entity.trade().perHeadWan() * entity.staff() / 14 : last.revenue() / 12;
        boolean general = !entity.trader() && (last != null && last.revenue() > 500 || draw.chance(0.22));
        boolean branch = entity.type().equals(InventedEntity.BRANCH);
        Report report = report("税务")
                .text("taxpayerType", general ? "一般纳税人" : "小规模纳税人")
                .amount("monthlySales", monthly * draw.between(0.8, 1.25))
                .text("vatInvoiceType", general ? "两种都开" : draw.chance(0.75) ? "只开普通发票" : "两种都开")
                .amount("taxArrears", draw.chance(marks.taxArrears()) ? draw.logNormal(3, 1) : 0)
                .amount("invoiceTrend6m", Math.max(0, draw.normal(102, 22)))
                .amount("eInvoiceShare", Math.min(100, draw.between(70, 112)));
        if (!entity.trader()) {
            report.amount("insuranceArrears", draw.chance(marks.insuranceArrears()) ? draw.logNormal(2, 1) : 0)
                    .text("taxCreditLevel", creditLevel(last));
        }
        report.text("taxCollection", entity.trader() && draw.chance(0.8) ? "核定征收" : "查账征收");
        if (last != null && !branch) {
            accounts(report, last, prior(), secondPrior());
        }
        add(report, recently());
        Year prior = prior();
        if (prior != null && !entity.trader() && !branch && draw.chance(spread.history())) {
            Report then = report("税务");
            accounts(then, prior, secondPrior(), null);
            add(then, spread.asOf().minusYears(1).minusDays(draw.below(60)));
        }
    }

    private String creditLevel(@Nullable Year last) {
        if (last == null) {
            return "M";
        }
        double place = draw.unit();
        if (place < 0.22) {
            return "A";
        }
        return place < 0.72 ? "B" : place < 0.93 ? "M" : place < 0.985 ? "C" : "D";
    }

    private @Nullable Year prior() {
        return entity.books() == null ? null : entity.books().prior();
    }

    private @Nullable Year secondPrior() {
        return entity.books() == null ? null : entity.books().secondPrior();
    }

    private void accounts(Report report, Year last, @Nullable Year prior, @Nullable Year secondPrior) {
        report.amount("annualRevenue", last.revenue())
                .amount("taxableIncome", last.income())
                .count("avgStaff", last.staff());
        double paid = last.revenue() * draw.between(0.01, 0.035) + Math.max(0, last.income()) * 0.05;
        report.amount("taxPaid", paid).amount("sixTaxesDue", last.revenue() * draw.between(0.001, 0.006));
        if (entity.trader()) {
            return;
        }
        report.amount("mainBusinessRevenue", last.mainRevenue())
                .amount("totalAssets", last.assets())
                .amount("avgAssets", last.averageAssets())
                .amount("totalLiabilities", last.liabilities())
                .amount("rdExpense", last.rd())
                .count("avgWage", Math.round(draw.logNormal(72_000, 0.28)));
        if (prior != null) {
            report.amount("priorYearRevenue", prior.revenue()).amount("priorYearRdExpense", prior.rd());
        }
        if (secondPrior != null) {
            report.amount("secondPriorYearRevenue", secondPrior.revenue())
                    .amount("secondPriorYearRdExpense", secondPrior.rd());
        }
        if (draw.chance(0.18)) {
            double spent = draw.logNormal(last.revenue() * 0.04, 0.8);
            report.amount("equipmentSpend", spent).amount("equipmentUnitPrice", spent / (1 + draw.below(8)));
        }
    }

    private void socialSecurity() {
        int insured = Math.min(entity.staff(), Math.round((float) (entity.staff() * draw.between(0.6, 1.15))));
        Report report = report("人社").count("insuredStaff", insured);
        report.count("wageArrearsCases", draw.chance(spread.marks().wageArrears()) ? 1 : 0);
        if (insured > 0) {
            boolean layoffs = draw.chance(spread.marks().layoffs());
            double wages = insured * draw.logNormal(5.6, 0.2);
            int graduates = insured < 4 ? 0 : (int) Math.round(insured * Math.max(0, draw.normal(0.01, 0.05)));
            long months = Math.max(1, Math.min(240, ChronoUnit.MONTHS.between(entity.established(), spread.asOf())));
            report.amount("layoffRate", layoffs ? Math.min(60, draw.logNormal(5, 0.9)) : 0)
                    .count("newGraduateHires", Math.min(graduates, insured))
                    .count("contributionMonths", Math.max(1, months - draw.below(6)))
                    .amount("wageBase", wages)
                    .amount("unemploymentPremium", wages * 0.01);
        }
        add(report, recently());
        if (!entity.trader() && draw.chance(spread.history())) {
            int then = Math.max(1, Math.min(entity.staff(), (int) Math.round(insured * draw.between(0.7, 1.2))));
            LocalDate day = spread.asOf().minusYears(1).minusDays(draw.below(60));
            if (day.isAfter(entity.established())) {
                add(report("人社").always("insuredStaff", Report.rounded(then)), day);
            }
        }
    }

    private void science() {
        Year last = last();
        boolean research = last != null && last.rd() > 0;
        Report report = report("科技");
        List<String> titles = last == null ? List.of() : Titles.of(draw, entity, last);
        report.codes("qualifications", titles);
        if (research) {
            double tech = Math.clamp(draw.normal(28, 14), 3, 90);
            report.amount("techStaffRatio", tech)
                    .amount("hitechIncomeRatio", Math.clamp(draw.normal(62, 22), 0, 100))
                    .amount("rdDomesticShare", draw.between(85, 100))
                    .text(
                            "hitechField",
                            entity.trade().field() == null
                                    ? "不属于"
                                    : entity.trade().field());
        }
        add(report, recently());
        if (research) {
            long rights = Math.round(draw.logNormal(1.4, 1)) - 1;
            add(
                    report("知识产权")
                            .count("class1Ip", Math.max(0, rights))
                            .mark("coreIp", rights > 0 || draw.chance(0.6)),
                    recently());
        }
    }

    private void statistics() {
        Year last = last();
        double scale = entity.trade().scaleWan();
        boolean above = last != null && scale > 0 && last.revenue() >= scale && draw.chance(0.92);
        Report report = report("统计").mark("aboveScale", above);
        if (above) {
            int earliest = Math.max(entity.established().getYear() + 1, 2011);
            int years = Math.max(1, spread.asOf().getYear() - earliest + 1);
            int since = spread.asOf().getYear() - Math.min(years - 1, (int) (years * draw.unit() * draw.unit()));
            report.count("aboveScaleYear", since).mark("aboveScaleFirst", draw.chance(0.9));
        }
        add(report, recently());
    }

    private void disabled() {
        int staff = entity.staff();
        int people = draw.chance(spread.marks().disabledStaff()) ? Math.max(1, (int) Math.round(staff * 0.018)) : 0;
        add(
                report("残联")
                        .count("disabledStaff", Math.min(people, staff))
                        .amount("disabledStaffRatio", 100.0 * Math.min(people, staff) / staff),
                recently());
    }
}
