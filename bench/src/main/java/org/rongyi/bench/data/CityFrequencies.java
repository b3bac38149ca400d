package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;
import org.rongyi.definitions.invented.Weighted;

/// How a city's entities are spread, by the files of its folder: `generator.yaml`, from which its demo is made too, and
/// the streets of `areas/`.
///
/// @param streets by district, codes with nine digits
record CityFrequencies(
        LocalDate asOf,
        Weighted<String> types,
        Weighted<String> states,
        Weighted<Span> established,
        Weighted<String> districts,
        Map<String, List<String>> streets,
        Weighted<Trade> traders,
        Weighted<Trade> firms) {
    private static final int DISTRICT_DIGITS = 6;

    /// Years, both included.
    record Span(int from, int to) {}

    /// @param staff median of a firm
    /// @param perHead median revenue per head and year, in 万元
    /// @param assets assets per revenue
    /// @param research share of firms that do research
    /// @param export share of firms that export
    record Trade(String industry, double staff, double perHead, double assets, double research, double export) {}

    /// @throws IOException if a file is missing or is not what it should be
    static CityFrequencies read(Path city) throws IOException {
        var file = city.resolve("generator.yaml");
        var faults = new ArrayList<Fault>();
        var root = YamlField.read(file, faults);
        var established = new LinkedHashMap<Span, Double>();
        for (var span : root.need("established").items()) {
            var years = new Span((int) number(span.need("from")), (int) number(span.need("to")));
            established.put(years, number(span.need("weight")));
        }
        var traders = new LinkedHashMap<Trade, Double>();
        var firms = new LinkedHashMap<Trade, Double>();
        for (var each : root.need("trades").items()) {
            var trade = trade(each);
            traders.put(trade, number(each.need("traders")));
            firms.put(trade, number(each.need("firms")));
        }
        var asOf = root.need("asOf").day();
        var types = weights(root.need("types"));
        var states = weights(root.need("states"));
        var districts = weights(root.need("districts"));
        if (!faults.isEmpty() || asOf == null) {
            var reasons = faults.stream().map(Fault::render).collect(Collectors.joining("\n"));
            throw new IOException("%s: cannot be read\n%s".formatted(file, reasons));
        }
        try {
            return new CityFrequencies(
                    asOf,
                    Weighted.of(types),
                    Weighted.of(states),
                    Weighted.of(established),
                    Weighted.of(districts),
                    streets(city.resolve("areas/streets.csv")),
                    Weighted.of(traders),
                    Weighted.of(firms));
        } catch (IllegalArgumentException weightless) {
            throw new IOException("%s: cannot be read (%s)".formatted(file, weightless.getMessage()), weightless);
        }
    }

    List<String> streetsOf(String district) {
        var known = streets.get(district);
        if (known == null) {
            throw new IllegalArgumentException("the district (%s) has no street".formatted(district));
        }
        return known;
    }

    private static Map<String, List<String>> streets(Path file) throws IOException {
        var streets = new LinkedHashMap<String, List<String>>();
        try (var lines = Files.lines(file)) {
            lines.skip(1)
                    .map(line -> line.split(",", 2)[0])
                    .filter(code -> code.length() > DISTRICT_DIGITS)
                    .forEach(code -> streets.computeIfAbsent(
                                    code.substring(0, DISTRICT_DIGITS), district -> new ArrayList<>())
                            .add(code));
        }
        return streets;
    }

    private static Trade trade(YamlField trade) {
        return new Trade(
                trade.need("industry").text(),
                number(trade.get("staff"), 1),
                number(trade.get("perHead"), 1),
                number(trade.get("assets"), 1),
                number(trade.get("rd"), 0),
                number(trade.get("export"), 0));
    }

    private static Map<String, Double> weights(YamlField field) {
        var weights = new LinkedHashMap<String, Double>();
        field.fields().forEach((key, weight) -> weights.put(key, number(weight)));
        return weights;
    }

    private static double number(YamlField field) {
        return field.number().doubleValue();
    }

    private static double number(YamlField field, double otherwise) {
        return field.isThere() ? number(field) : otherwise;
    }
}
