package org.rongyi.city.enterprises.generator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.enterprises.Intake;
import org.rongyi.city.vocabulary.CityFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Fills an empty register with the demo city when the start asks for one (`rongyi.demo.size`, `rongyi.demo.seed`).
///
/// The whole city goes in as one transaction: after a crash in the middle the register is empty, and the next start
/// begins again. The firms of the demo's accounts follow; at every start what is new in their file is added.
@Component
@Order(DemoSeed.ORDER)
class DemoSeed implements ApplicationRunner {
    static final int ORDER = 100;
    private static final String DISTRIBUTIONS = "generator.yaml";
    private static final String FIRMS = "demo.yaml";
    private static final long LARGE = 100_000;
    private static final Logger log = LoggerFactory.getLogger(DemoSeed.class);

    private final Intake intake;
    private final Enterprises enterprises;
    private final Areas areas;
    private final CityFolder city;
    private final Elements elements;
    private final long size;
    private final long seed;

    DemoSeed(
            Intake intake,
            Enterprises enterprises,
            Areas areas,
            CityFolder city,
            Elements elements,
            @Value("${rongyi.demo.size:0}") long size,
            @Value("${rongyi.demo.seed:2026}") long seed) {
        this.intake = intake;
        this.enterprises = enterprises;
        this.areas = areas;
        this.city = city;
        this.elements = elements;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (size == 0) {
            return;
        }
        fillEmptyRegister();
        List<Filing> firms = DemoFirms.read(city.resolve(FIRMS), elements);
        if (!firms.isEmpty()) {
            Intake.Taken taken = intake.take(firms);
            if (taken.facts() > 0) {
                intake.finish(taken.newFirms() + taken.changedFirms());
            }
        }
    }

    private void fillEmptyRegister() {
        long there = enterprises.count();
        if (there > 0) {
            log.info("The city keeps its {} business entities (--fresh makes a new city).", grouped(there));
            return;
        }
        Path distributions = city.resolve(DISTRIBUTIONS);
        if (!Files.isRegularFile(distributions)) {
            log.warn("No demo entities: this city has no {}.", distributions);
            return;
        }
        long begun = System.nanoTime();
        long made = intake.fillEmptyRegister(
                DemoCity.read(distributions, elements, areas, seed).entities(size), number -> tell(number, begun));
        log.info("Demo city: {} invented business entities in {} s.", grouped(made), seconds(begun));
    }

    private void tell(long number, long begun) {
        if (size >= LARGE && (number % LARGE == 0 || number == size)) {
            log.info(
                    "Demo city: {} of {} business entities, {} s{}",
                    grouped(number),
                    grouped(size),
                    seconds(begun),
                    number == size ? "; now the indexes" : "");
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String seconds(long begun) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begun) / 1e9);
    }
}
