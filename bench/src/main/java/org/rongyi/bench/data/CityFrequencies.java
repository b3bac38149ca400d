package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

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
        try (var text = Files.newBufferedReader(file)) {
            var root = map(new Load(LoadSettings.builder().build()).loadFromReader(text));
            var established = new LinkedHashMap<Span, Double>();
            for (var each : list(value(root, "established"))) {
                var span = map(each);
                var years = new Span((int) number(span, "from", 0), (int) number(span, "to", 0));
                established.put(years, number(span, "weight", 0));
            }
            var traders = new LinkedHashMap<Trade, Double>();
            var firms = new LinkedHashMap<Trade, Double>();
            for (var each : list(value(root, "trades"))) {
                var trade = map(each);
                traders.put(trade(trade), number(trade, "traders", 0));
                firms.put(trade(trade), number(trade, "firms", 0));
            }
            return new CityFrequencies(
                    LocalDate.parse(value(root, "asOf").toString()),
                    weights(root, "types"),
                    weights(root, "states"),
                    Weighted.of(established),
                    weights(root, "districts"),
                    streets(city.resolve("areas/streets.csv")),
                    Weighted.of(traders),
                    Weighted.of(firms));
        } catch (YamlEngineException | DateTimeException | IllegalArgumentException unlike) {
            throw new IOException("%s: cannot be read (%s)".formatted(file, unlike.getMessage()), unlike);
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

    private static Trade trade(Map<?, ?> trade) {
        return new Trade(
                value(trade, "industry").toString(),
                number(trade, "staff", 1),
                number(trade, "perHead", 1),
                number(trade, "assets", 1),
                number(trade, "rd", 0),
                number(trade, "export", 0));
    }

    private static Weighted<String> weights(Map<?, ?> root, String name) {
        var weights = new LinkedHashMap<String, Double>();
        map(value(root, name)).forEach((key, weight) -> weights.put(key.toString(), number(weight)));
        return Weighted.of(weights);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("(%s) is no map".formatted(value));
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("(%s) is no list".formatted(value));
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("(%s) is no number".formatted(value));
    }

    private static Object value(Map<?, ?> map, String name) {
        var value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no (%s)".formatted(name));
        }
        return value;
    }

    private static double number(Map<?, ?> map, String name, double otherwise) {
        var value = map.get(name);
        return value == null ? otherwise : number(value);
    }
}
