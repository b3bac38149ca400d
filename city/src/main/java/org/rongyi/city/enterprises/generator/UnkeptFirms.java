package org.rongyi.city.enterprises.generator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactNote;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.enterprises.InventedFirms;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.rules.Row;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The demo city without a register.
@Component
class UnkeptFirms implements InventedFirms {
    private final Elements elements;
    private final Areas areas;
    private final CityFolder city;
    private final long seed;

    UnkeptFirms(Elements elements, Areas areas, CityFolder city, @Value("${rongyi.demo.seed:2026}") long seed) {
        this.elements = elements;
        this.areas = areas;
        this.city = city;
        this.seed = seed;
    }

    @Override
    public void forEach(long size, Consumer<Row> each) {
        DemoCity.read(city.resolve("generator.yaml"), elements, areas, seed)
                .entities(size)
                .parallel()
                .forEach(filing -> each.accept(row(filing)));
    }

    private static Row row(Filing filing) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (FactReport report : filing.reports()) {
            report.facts().forEach((element, value) -> {
                if (value != null && FactNote.sureEnough(report.notes().get(element))) {
                    values.putIfAbsent(element, value);
                }
            });
        }
        return values::get;
    }
}
