package org.rongyi.city.enterprises.generator;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;

/// Reads `generator.yaml`. A fault stops the start with its place, because a demo city made from half of its
/// distributions would mislead. Stand-ins, such as day 0, never leave here: they come with a fault.
final class DistributionsFile {
    private static final AreaCode NOWHERE = new AreaCode("000000");

    private DistributionsFile() {}

    /// @throws FaultyCityFiles with every fault of the file
    static Distributions read(Path file) {
        List<Fault> faults = new ArrayList<>();
        Distributions distributions = distributions(YamlField.read(file, faults));
        FaultyCityFiles.stopOn("distributions", faults);
        return distributions;
    }

    private static Distributions distributions(YamlField root) {
        root.only(
                "label",
                "asOf",
                "gaps",
                "missingValue",
                "history",
                "types",
                "states",
                "established",
                "districts",
                "marks",
                "names",
                "roads",
                "trades");
        Map<String, Distributions.Gap> gaps = new LinkedHashMap<>();
        root.need("gaps")
                .fields()
                .forEach((source, gap) ->
                        gaps.put(source, new Distributions.Gap(share(gap.need("traders")), share(gap.need("firms")))));
        Map<Distributions.Years, Double> years = new LinkedHashMap<>();
        for (YamlField span : root.need("established").items()) {
            int from = (int) number(span.need("from"));
            years.put(new Distributions.Years(from, (int) number(span.need("to"))), number(span.need("weight")));
        }
        Map<Distributions.Trade, Double> traders = new LinkedHashMap<>();
        Map<Distributions.Trade, Double> firms = new LinkedHashMap<>();
        YamlField trades = root.need("trades");
        for (YamlField item : trades.items()) {
            Distributions.Trade trade = trade(item);
            traders.put(trade, number(item.need("traders")));
            firms.put(trade, number(item.need("firms")));
        }
        LocalDate asOf = root.need("asOf").day();
        return new Distributions(
                root.need("label").text(),
                asOf == null ? LocalDate.EPOCH : asOf,
                gaps,
                share(root.need("missingValue")),
                share(root.need("history")),
                weights(root.need("types")),
                weights(root.need("states")),
                weighted(root.get("established"), years, new Distributions.Years(0, 0)),
                weighted(root.need("districts"), districts(root.get("districts")), NOWHERE),
                marks(root.need("marks")),
                names(root.need("names")),
                root.need("roads").texts(),
                weighted(trades, traders, trade(trades.get(""))),
                weighted(trades, firms, trade(trades.get(""))));
    }

    private static Map<AreaCode, Double> districts(YamlField field) {
        Map<AreaCode, Double> districts = new LinkedHashMap<>();
        field.fields().forEach((code, weight) -> {
            if (AreaCode.isValid(code)) {
                districts.put(new AreaCode(code), number(weight));
            } else {
                weight.fault("(" + code + ") is no area code", "Maybe one of areas/districts.csv.");
            }
        });
        return districts;
    }

    private static Weighted<String> weights(YamlField field) {
        Map<String, Double> weights = new LinkedHashMap<>();
        field.fields().forEach((name, weight) -> weights.put(name, number(weight)));
        return weighted(field, weights, "");
    }

    private static <T> Weighted<T> weighted(YamlField field, Map<T, Double> weights, T standIn) {
        if (weights.values().stream().noneMatch(weight -> weight > 0)) {
            field.fault("has nothing with a weight above 0", null);
            return Weighted.of(Map.of(standIn, 1.0));
        }
        return Weighted.of(weights);
    }

    private static Distributions.Marks marks(YamlField marks) {
        return new Distributions.Marks(
                share(marks.need("abnormal")),
                share(marks.need("serious")),
                share(marks.need("penalised")),
                share(marks.need("taxArrears")),
                share(marks.need("insuranceArrears")),
                share(marks.need("wageArrears")),
                share(marks.need("annualReportLate")),
                share(marks.need("disabledStaff")),
                share(marks.need("layoffs")),
                share(marks.need("borrows")));
    }

    private static Distributions.Names names(YamlField names) {
        return new Distributions.Names(
                names.need("first").texts(),
                names.need("second").texts(),
                names.need("third").texts(),
                names.need("traderForms").texts());
    }

    private static Distributions.Trade trade(YamlField trade) {
        YamlField field = trade.get("field");
        return new Distributions.Trade(
                trade.need("industry").text(),
                trade.need("words").texts(),
                trade.need("scope").text(),
                number(trade.need("staff")),
                number(trade.need("perHead")),
                number(trade.need("assets")),
                share(trade.get("rd")),
                share(trade.get("export")),
                number(trade.need("scale")),
                field.isThere() ? field.text() : null,
                trade.get("permits").texts(),
                trade.get("chains").texts());
    }

    private static double number(YamlField field) {
        BigDecimal number = field.number();
        if (number.signum() < 0) {
            field.fault("must be a number of at least 0", null);
        }
        return number.doubleValue();
    }

    private static double share(YamlField field) {
        BigDecimal share = field.number();
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            field.fault("must be a share from 0 to 1", null);
        }
        return share.doubleValue();
    }
}
