package org.rongyi.bench.data;

import static org.rongyi.bench.data.Sink.Kind.CODES;
import static org.rongyi.bench.data.Sink.Kind.COUNT;
import static org.rongyi.bench.data.Sink.Kind.DAY;
import static org.rongyi.bench.data.Sink.Kind.FLAG;
import static org.rongyi.bench.data.Sink.Kind.HUNDREDTHS;
import static org.rongyi.bench.data.Sink.Kind.TEXT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongBiFunction;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.invented.Draw;

/// The sixty elements that the synthetic enterprises have, with the way each value is drawn.
final class Fields {
    /// The share of values that are missing; the credit code never is.
    static final double MISSING = 0.1;

    private static final double HUNDRED = 100;

    private final Definitions definitions;
    private final List<Field> fields = new ArrayList<>();

    /// @param element id in the dictionary
    record Field(String element, Sink.Kind kind, Value value) {}

    interface Value {
        void put(Firm firm, Draw draw, Sink sink) throws IOException;
    }

    private Fields(Definitions definitions) {
        this.definitions = definitions;
    }

    static List<Field> of(Definitions definitions) {
        var all = new Fields(definitions);
        all.registration();
        all.supervision();
        all.money();
        all.people();
        all.research();
        all.others();
        return List.copyOf(all.fields);
    }

    private void registration() {
        text("creditCode", (firm, draw) -> firm.code());
        text("entityType", (firm, draw) -> firm.type());
        text("registrationState", (firm, draw) -> firm.state());
        fields.add(new Field(
                "establishedOn",
                DAY,
                (firm, draw, sink) -> sink.day(firm.established().toEpochDay())));
        amount("registeredCapital", (firm, draw) -> Math.round(draw.logNormal(firm.trader() ? 5 : 150, 1.4)));
        text("industryCode", (firm, draw) -> firm.trade().industry());
        text("operatingAreaCode", (firm, draw) -> firm.street());
        usual("annualReportState");
        flag("aboveScale", (firm, draw) -> firm.revenue() > 2_000 && draw.chance(0.9));
        flag("aboveScaleFirst", (firm, draw) -> draw.chance(0.8));
    }

    private void supervision() {
        flag("abnormalList", (firm, draw) -> draw.chance(0.028));
        flag("seriousList", (firm, draw) -> draw.chance(0.0012));
        count("penaltyCount3y", (firm, draw) -> draw.chance(0.021) ? 1 + draw.below(3) : 0);
        some("permits", 0.5);
        usual("creditRiskClass");
        usual("taxCreditLevel");
        usual("taxpayerType", firm -> firm.trader() ? 1 : 0);
        usual("taxCollection");
        usual("vatInvoiceType");
        flag("restrictedIndustry", (firm, draw) -> draw.chance(0.01));
        some("policyLists", 0.02);
    }

    private void money() {
        amount("annualRevenue", (firm, draw) -> firm.revenue());
        amount("mainBusinessRevenue", (firm, draw) -> firm.revenue() * draw.between(0.6, 1));
        amount("priorYearRevenue", (firm, draw) -> firm.priorRevenue());
        amount("secondPriorYearRevenue", (firm, draw) -> firm.secondPriorRevenue());
        amount("monthlySales", (firm, draw) -> firm.revenue() / 12 * draw.between(0.8, 1.25));
        amount("taxableIncome", (firm, draw) -> firm.revenue() * (0.05 + 0.08 * draw.normal()));
        amount("taxPaid", (firm, draw) -> firm.revenue() * draw.between(0.01, 0.05));
        amount("taxArrears", (firm, draw) -> draw.chance(0.012) ? draw.logNormal(3, 1) : 0);
        amount("totalAssets", (firm, draw) -> firm.assets());
        amount("avgAssets", (firm, draw) -> firm.assets() * draw.between(0.85, 1.1));
        amount("totalLiabilities", (firm, draw) -> firm.assets() * draw.between(0.1, 0.95));
        amount("loanBalance", (firm, draw) -> draw.chance(0.3) ? firm.assets() * draw.between(0.05, 0.5) : 0);
        amount(
                "exportValue",
                (firm, draw) -> draw.chance(firm.trade().export()) ? firm.revenue() * draw.between(0.05, 0.7) : 0);
        amount("equipmentSpend", (firm, draw) -> draw.chance(0.18) ? draw.logNormal(firm.revenue() * 0.04, 0.8) : 0);
        amount("equipmentUnitPrice", (firm, draw) -> draw.chance(0.18) ? draw.logNormal(8, 1.2) : 0);
    }

    private void people() {
        count("insuredStaff", (firm, draw) -> Math.round(firm.staff() * draw.between(0.6, 1)));
        count("avgStaff", (firm, draw) -> firm.staff());
        amount("layoffRate", (firm, draw) -> draw.chance(0.14) ? Math.min(60, draw.logNormal(5, 0.9)) : 0);
        count("newGraduateHires", (firm, draw) -> draw.chance(0.2) ? Math.round(firm.staff() * draw.unit() * 0.1) : 0);
        count("youthHires", (firm, draw) -> draw.chance(0.1) ? Math.round(firm.staff() * draw.unit() * 0.1) : 0);
        count("keyGroupHires", (firm, draw) -> draw.chance(0.15) ? Math.round(firm.staff() * draw.unit() * 0.2) : 0);
        amount("disabledStaffRatio", (firm, draw) -> draw.chance(0.12) ? draw.between(0.5, 4) : 0);
        amount("insuranceArrears", (firm, draw) -> draw.chance(0.009) ? draw.logNormal(2, 1) : 0);
        count("wageArrearsCases", (firm, draw) -> draw.chance(0.003) ? 1 : 0);
        count("contributionMonths", (firm, draw) -> Math.max(1, firm.years() * 12L - draw.below(12)));
        count("avgWage", (firm, draw) -> Math.round(draw.logNormal(72_000, 0.28)));
        some("founderGroups", 0.15);
    }

    private void research() {
        amount("rdExpense", (firm, draw) -> firm.research());
        amount("priorYearRdExpense", (firm, draw) -> firm.research() / draw.logNormal(1.08, 0.3));
        amount("techStaffRatio", (firm, draw) -> firm.research() > 0 ? draw.between(3, 80) : 0);
        amount("hitechIncomeRatio", (firm, draw) -> firm.research() > 0 ? draw.between(10, 100) : 0);
        count("class1Ip", (firm, draw) -> firm.research() > 0 ? draw.below(12) : 0);
        flag("coreIp", (firm, draw) -> firm.research() > 0 && draw.chance(0.7));
        usual("hitechField");
        some("qualifications", 0.12);
    }

    private void others() {
        some("industryChain", 0.3);
        count("powerUse", (firm, draw) -> Math.round(draw.logNormal(90.0 * firm.staff(), 0.8)));
        amount("marketShare", (firm, draw) -> draw.chance(0.05) ? draw.between(1, 40) : draw.between(0, 1));
        count("nicheYears", (firm, draw) -> draw.below(Math.max(1, firm.years())));
    }

    private void text(String element, BiFunction<Firm, Draw, String> value) {
        fields.add(new Field(element, TEXT, (firm, draw, sink) -> sink.text(value.apply(firm, draw))));
    }

    private void amount(String element, ToDoubleBiFunction<Firm, Draw> value) {
        fields.add(new Field(
                element,
                HUNDREDTHS,
                (firm, draw, sink) -> sink.hundredths(Math.round(value.applyAsDouble(firm, draw) * HUNDRED))));
    }

    private void count(String element, ToLongBiFunction<Firm, Draw> value) {
        fields.add(new Field(element, COUNT, (firm, draw, sink) -> sink.count(value.applyAsLong(firm, draw))));
    }

    private void flag(String element, BiFunction<Firm, Draw, Boolean> value) {
        fields.add(new Field(element, FLAG, (firm, draw, sink) -> sink.flag(value.apply(firm, draw))));
    }

    /// One code of the element's list, the first ones most often.
    private void usual(String element) {
        usual(element, firm -> 0);
    }

    /// @param skipped how many of the first codes such a firm does not have
    private void usual(String element, Function<Firm, Integer> skipped) {
        var codes = codes(element);
        fields.add(new Field(
                element,
                TEXT,
                (firm, draw, sink) -> sink.text(draw.usual(codes.subList(skipped.apply(firm), codes.size())))));
    }

    /// A set of codes of the element's list, mostly empty.
    ///
    /// @param share of the firms that have any
    private void some(String element, double share) {
        var codes = codes(element);
        fields.add(new Field(element, CODES, (firm, draw, sink) -> {
            if (!draw.chance(share)) {
                sink.codes(List.of());
                return;
            }
            var first = draw.usual(codes);
            var second = draw.usual(codes);
            sink.codes(draw.chance(0.6) || first.equals(second) ? List.of(first) : List.of(first, second));
        }));
    }

    private List<String> codes(String element) {
        return definitions
                .classificationOf(element)
                .orElseThrow(() -> new IllegalStateException("element (%s) has no list".formatted(element)))
                .entries()
                .stream()
                .map(Classification.Entry::code)
                .toList();
    }
}
