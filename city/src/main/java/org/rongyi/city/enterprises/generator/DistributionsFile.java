package org.rongyi.city.enterprises.generator;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Nearest;
import org.rongyi.definitions.YamlField;
import org.rongyi.definitions.invented.Weighted;

/// Reads `generator.yaml`. A fault stops the start with its place, because a demo city made from half of its
/// distributions would mislead. Stand-ins, such as day 0, never leave here: they come with a fault.
final class DistributionsFile {
    private static final int FIRST_YEAR = 1900;
    private static final AreaCode NOWHERE = new AreaCode("000000");

    private static final Distributions.Trade NONE =
            new Distributions.Trade("", List.of(), "", 0, 0, 0, 0, 0, 0, null, List.of(), List.of());

    private final Elements elements;
    private final Set<AreaCode> districts;

    private DistributionsFile(Elements elements, Areas areas) {
        this.elements = elements;
        this.districts = areas.districts().stream().map(Area::code).collect(Collectors.toUnmodifiableSet());
    }

    /// @throws FaultyCityFiles with every fault of the file
    static Distributions read(Path file, Elements elements, Areas areas) {
        List<Fault> faults = new ArrayList<>();
        Distributions distributions =
                new DistributionsFile(elements, areas).distributions(YamlField.read(file, faults));
        FaultyCityFiles.stopOn("distributions", faults);
        return distributions;
    }

    private Distributions distributions(YamlField root) {
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
        LocalDate day = root.need("asOf").day();
        LocalDate asOf = day == null ? LocalDate.EPOCH : day;
        Map<Distributions.Years, Double> years = new LinkedHashMap<>();
        for (YamlField span : root.need("established").items()) {
            years.put(years(span, day), number(span.need("weight")));
        }
        Map<Distributions.Trade, Double> traders = new LinkedHashMap<>();
        Map<Distributions.Trade, Double> firms = new LinkedHashMap<>();
        YamlField trades = root.need("trades");
        for (YamlField item : trades.items()) {
            Distributions.Trade trade = trade(item);
            traders.put(trade, number(item.need("traders")));
            firms.put(trade, number(item.need("firms")));
        }
        return new Distributions(
                root.need("label").text(),
                asOf,
                gaps,
                share(root.need("missingValue")),
                share(root.need("history")),
                weights(root.need("types"), "entityType"),
                weights(root.need("states"), "registrationState"),
                weighted(root.get("established"), years, new Distributions.Years(0, 0)),
                weighted(root.need("districts"), districts(root.get("districts")), NOWHERE),
                marks(root.need("marks")),
                names(root.need("names")),
                some(root.need("roads")),
                weighted(trades, traders, NONE),
                weighted(trades, firms, NONE));
    }

    private static Distributions.Years years(YamlField span, @Nullable LocalDate asOf) {
        int from = (int) number(span.need("from"));
        int to = (int) number(span.need("to"));
        boolean future = asOf != null && from > asOf.getYear();
        if (from < FIRST_YEAR || to < from || future) {
            span.fault(
                    "the years from (" + from + ") to (" + to + ") are none in which a firm can be established",
                    "Maybe from " + FIRST_YEAR + " or later, to the same year or later, none after asOf.");
        }
        return new Distributions.Years(from, to);
    }

    private Map<AreaCode, Double> districts(YamlField field) {
        Map<AreaCode, Double> weights = new LinkedHashMap<>();
        field.fields().forEach((code, weight) -> {
            if (!AreaCode.isValid(code)) {
                weight.fault("(" + code + ") is no area code", "Maybe one of areas/districts.csv.");
            } else if (!districts.contains(new AreaCode(code))) {
                weight.fault("the city has no district (" + code + ")", "Maybe one of areas/districts.csv.");
            } else {
                weights.put(new AreaCode(code), number(weight));
            }
        });
        return weights;
    }

    /// @param element that has the names as its codes
    private Weighted<String> weights(YamlField field, String element) {
        Map<String, Double> weights = new LinkedHashMap<>();
        field.fields().forEach((name, weight) -> {
            known(weight, name, element);
            weights.put(name, number(weight));
        });
        return weighted(field, weights, "");
    }

    /// What the dictionary does not know no department could report.
    private String known(YamlField field, String code, String element) {
        Optional<Classification> codes = elements.definitions().classificationOf(element);
        if (!code.isEmpty() && codes.isPresent() && codes.get().find(code).isEmpty()) {
            Set<String> names = codes.get().entries().stream()
                    .map(Classification.Entry::code)
                    .collect(Collectors.toSet());
            field.fault(
                    "(" + code + ") is not in the list (" + codes.get().name() + ")",
                    Nearest.advice(code, names).orElse(null));
        }
        return code;
    }

    private List<String> known(YamlField field, String element) {
        return field.items().stream()
                .map(item -> known(item, item.text(), element))
                .toList();
    }

    /// One of them is drawn: of none, none could be.
    private static List<String> some(YamlField field) {
        List<String> texts = field.texts();
        if (texts.isEmpty()) {
            field.fault("has no entry", null);
        }
        return texts;
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
                some(names.need("first")),
                some(names.need("second")),
                some(names.need("third")),
                some(names.need("traderForms")));
    }

    private Distributions.Trade trade(YamlField trade) {
        YamlField field = trade.get("field");
        YamlField industry = trade.need("industry");
        return new Distributions.Trade(
                known(industry, industry.text(), "industryCode"),
                some(trade.need("words")),
                trade.need("scope").text(),
                number(trade.need("staff")),
                number(trade.need("perHead")),
                number(trade.need("assets")),
                share(trade.get("rd")),
                share(trade.get("export")),
                number(trade.need("scale")),
                field.isThere() ? known(field, field.text(), "hitechField") : null,
                known(trade.get("permits"), "permits"),
                known(trade.get("chains"), "industryChain"));
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
