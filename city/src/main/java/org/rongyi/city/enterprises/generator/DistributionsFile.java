package org.rongyi.city.enterprises.generator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads `generator.yaml`. A fault stops the start with the path of the field, because a demo city made from half of
/// its distributions would mislead.
final class DistributionsFile {
    private DistributionsFile() {}

    static Distributions read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Object root = new Load(LoadSettings.builder().build()).loadFromReader(text);
            return distributions(new Field(file.toString(), root));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo city's distributions (" + file + ") cannot be read", e);
        }
    }

    private static Distributions distributions(Field root) {
        Map<String, Distributions.Gap> gaps = new LinkedHashMap<>();
        root.get("gaps")
                .each((source, gap) -> gaps.put(
                        source,
                        new Distributions.Gap(
                                gap.get("traders").share(), gap.get("firms").share())));
        Map<Distributions.Years, Double> years = new LinkedHashMap<>();
        for (Field span : root.get("established").items()) {
            int from = (int) span.get("from").number();
            years.put(
                    new Distributions.Years(from, (int) span.get("to").number()),
                    span.get("weight").number());
        }
        Map<AreaCode, Double> districts = new LinkedHashMap<>();
        root.get("districts").each((code, weight) -> districts.put(new AreaCode(code), weight.number()));
        Map<Distributions.Trade, Double> traders = new LinkedHashMap<>();
        Map<Distributions.Trade, Double> firms = new LinkedHashMap<>();
        for (Field trade : root.get("trades").items()) {
            traders.put(trade(trade), trade.get("traders").number());
            firms.put(trade(trade), trade.get("firms").number());
        }
        Field names = root.get("names");
        return new Distributions(
                root.get("label").text(),
                root.get("asOf").day(),
                gaps,
                root.get("missingValue").share(),
                root.get("history").share(),
                weights(root.get("types")),
                weights(root.get("states")),
                Weighted.of(years),
                Weighted.of(districts),
                marks(root.get("marks")),
                new Distributions.Names(
                        names.get("first").texts(),
                        names.get("second").texts(),
                        names.get("third").texts(),
                        names.get("traderForms").texts()),
                root.get("roads").texts(),
                Weighted.of(traders),
                Weighted.of(firms));
    }

    private static Weighted<String> weights(Field field) {
        Map<String, Double> weights = new LinkedHashMap<>();
        field.each((name, weight) -> weights.put(name, weight.number()));
        return Weighted.of(weights);
    }

    private static Distributions.Marks marks(Field marks) {
        return new Distributions.Marks(
                marks.get("abnormal").share(),
                marks.get("serious").share(),
                marks.get("penalised").share(),
                marks.get("taxArrears").share(),
                marks.get("insuranceArrears").share(),
                marks.get("wageArrears").share(),
                marks.get("annualReportLate").share(),
                marks.get("disabledStaff").share(),
                marks.get("layoffs").share(),
                marks.get("borrows").share());
    }

    private static Distributions.Trade trade(Field trade) {
        return new Distributions.Trade(
                trade.get("industry").text(),
                trade.get("words").texts(),
                trade.get("scope").text(),
                trade.get("staff").number(),
                trade.get("perHead").number(),
                trade.get("assets").number(),
                trade.has("rd") ? trade.get("rd").share() : 0,
                trade.has("export") ? trade.get("export").share() : 0,
                trade.get("scale").number(),
                trade.has("field") ? trade.get("field").text() : null,
                trade.has("permits") ? trade.get("permits").texts() : List.of(),
                trade.has("chains") ? trade.get("chains").texts() : List.of());
    }

    /// One place in the file.
    private record Field(String path, @Nullable Object value) {
        interface Entry {
            void take(String key, Field value);
        }

        boolean has(String name) {
            return value instanceof Map<?, ?> fields && fields.containsKey(name);
        }

        Field get(String name) {
            if (!has(name)) {
                throw fault("has no field (" + name + ")");
            }
            return new Field(path + ": " + name, ((Map<?, ?>) Objects.requireNonNull(value)).get(name));
        }

        void each(Entry entry) {
            if (!(value instanceof Map<?, ?> fields)) {
                throw fault("must hold fields");
            }
            fields.forEach((key, field) -> entry.take(String.valueOf(key), new Field(path + ": " + key, field)));
        }

        List<Field> items() {
            if (!(value instanceof List<?> list)) {
                throw fault("must be a list");
            }
            List<Field> items = new ArrayList<>();
            for (Object item : list) {
                items.add(new Field(path + "[" + (items.size() + 1) + "]", item));
            }
            return items;
        }

        List<String> texts() {
            return items().stream().map(Field::text).toList();
        }

        String text() {
            if (!(value instanceof String text)) {
                throw fault("must be a text");
            }
            return text;
        }

        double number() {
            if (!(value instanceof Number number) || number.doubleValue() < 0) {
                throw fault("must be a number of at least 0");
            }
            return number.doubleValue();
        }

        double share() {
            double share = number();
            if (share > 1) {
                throw fault("must be a share from 0 to 1");
            }
            return share;
        }

        LocalDate day() {
            return LocalDate.parse(text());
        }

        private IllegalArgumentException fault(String message) {
            return new IllegalArgumentException(path + " " + message + ", not (" + value + ")");
        }
    }
}
