package org.rongyi.city.enterprises.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.ElementDefinition;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTest {
    private static final int SIZE = 12_000;
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    private final Areas areas;
    private final Elements elements;
    private final Path distributions;
    private final List<Filing> city;

    DemoCityTest(@Autowired Areas areas, @Autowired Elements elements, @Autowired CityFolder folder) {
        this.areas = areas;
        this.elements = elements;
        this.distributions = folder.resolve("generator.yaml");
        this.city =
                DemoCity.read(distributions, elements, areas, 7).entities(SIZE).toList();
    }

    /// The latest value of each element, history left out.
    private static Map<String, Object> truth(Filing filing) {
        Map<String, Object> values = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        for (FactReport report : filing.reports()) {
            report.facts().forEach((element, value) -> {
                LocalDate day = days.get(element);
                if (value != null && (day == null || report.asOf().isAfter(day))) {
                    values.put(element, value);
                    days.put(element, report.asOf());
                }
            });
        }
        return values;
    }

    private static double number(Map<String, Object> values, String element) {
        return values.get(element) instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
    }

    private double share(Predicate<Map<String, Object>> what) {
        return city.stream().map(DemoCityTest::truth).filter(what).count() / (double) SIZE;
    }

    @Test
    void everyFaultOfTheDemosFirmsIsReportedWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("demo.yaml"), """
                firms:
                  - key: good
                    creditCode: Y2510104YDEMA0013K
                    name: 好店（演示）
                    asOf: 2026-10-31
                    facts: {entityName: , annualRevenue: much, noSuchElement: 1}
                  - {key: bad, creditCode: Y2510104YDEMA00130, name: 坏店（演示）, asOf: today, fact: {}}
                """);
        assertThatThrownBy(() -> DemoFirms.read(file, elements))
                .isInstanceOfSatisfying(
                        FaultyCityFiles.class,
                        stop -> assertThat(stop.faults())
                                .extracting(fault -> fault.place().line())
                                .containsExactly(6, 6, 6, 7, 7, 7));
    }

    @Test
    void theSameNumberAndSeedGiveTheSameCityAndAnotherSeedAnother() {
        List<Filing> again =
                DemoCity.read(distributions, elements, areas, 7).entities(500).toList();
        assertThat(again).isEqualTo(city.subList(0, 500));
        assertThat(again.toString()).isEqualTo(city.subList(0, 500).toString());
        assertThat(DemoCity.read(distributions, elements, areas, 8)
                        .entities(500)
                        .toList())
                .isNotEqualTo(again);
    }

    @Test
    void everyNameAndCodeFollowsTheInventedPattern() {
        Set<CreditCode> codes = new HashSet<>();
        for (Filing filing : city) {
            assertThat(codes.add(filing.firm())).as("%s twice", filing.firm()).isTrue();
            assertThat(filing.firm().value()).matches("Y[123]\\d{6}Y.*");
            String name = String.valueOf(truth(filing).get("entityName"));
            assertThat(name).endsWith("（演示）");
        }
    }

    @Test
    void noPersonIsInvented() {
        Set<String> told = new HashSet<>();
        city.forEach(filing -> told.addAll(truth(filing).keySet()));
        assertThat(told)
                .doesNotContain("legalRepName", "legalRepId", "contactPhone", "shareholders", "actualController");
    }

    @Test
    void everyFactIsOfTheDictionaryComesFromItsDepartmentAndIsACodeOfItsClassification() {
        List<String> faults = new ArrayList<>();
        for (Filing filing : city.subList(0, 4_000)) {
            for (FactReport report : filing.reports()) {
                report.facts().forEach((id, value) -> faults.addAll(faults(report, id, value)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<String> faults(FactReport report, String id, @Nullable Object value) {
        ElementDefinition element = elements.find(id).orElse(null);
        if (element == null || element.element().derived()) {
            return List.of(id + " is not stored");
        }
        if (element.source() == null || !element.source().zh().equals(report.source())) {
            return List.of(id + " comes from " + report.source() + ", not " + element.source());
        }
        if (element.classification() == null || id.equals("operatingAreaCode")) {
            return List.of();
        }
        var codes = value instanceof Set<?> set ? set : Set.of(String.valueOf(value));
        var classification = elements.classification(element.classification()).orElseThrow();
        return codes.stream()
                .map(String::valueOf)
                .filter(code -> !classification.contains(code))
                .map(code -> id + ": " + code + " is no code")
                .toList();
    }

    @Test
    void soleTradersAreTheMajorityAndEveryDistrictHasItsShare() {
        assertThat(share(values -> "个体工商户".equals(values.get("entityType")))).isCloseTo(0.70, within(0.02));
        Map<String, Integer> districts = new HashMap<>();
        for (Filing filing : city) {
            if (truth(filing).get("operatingAreaCode") instanceof String area) {
                assertThat(areas.find(new AreaCode(area))).as(area).isPresent();
                districts.merge(area.substring(0, 6), 1, Integer::sum);
            }
        }
        assertThat(districts).hasSize(areas.districts().size());
    }

    @Test
    void figuresAreConsistent() {
        for (Filing filing : city) {
            Map<String, Object> values = truth(filing);
            assertThat((LocalDate) values.get("establishedOn")).isBeforeOrEqualTo(AS_OF);
            assertThat(number(values, "insuredStaff"))
                    .satisfiesAnyOf(
                            staff -> assertThat(staff).isNaN(),
                            staff -> assertThat(staff).isBetween(0.0, 6000.0));
            if (values.containsKey("annualRevenue")) {
                double revenue = number(values, "annualRevenue");
                assertThat(number(values, "mainBusinessRevenue"))
                        .satisfiesAnyOf(
                                main -> assertThat(main).isNaN(),
                                main -> assertThat(main).isLessThanOrEqualTo(revenue));
                assertThat(number(values, "rdExpense"))
                        .satisfiesAnyOf(
                                rd -> assertThat(rd).isNaN(),
                                rd -> assertThat(rd).isBetween(0.0, revenue));
            }
            LocalDate established = Objects.requireNonNull((LocalDate) values.get("establishedOn"));
            if (established.getYear() == AS_OF.getYear()) {
                assertThat(values).doesNotContainKeys("annualRevenue", "priorYearRevenue");
            }
            if (established.getYear() == AS_OF.getYear() - 1) {
                assertThat(values).doesNotContainKey("priorYearRevenue");
            }
        }
    }

    @Test
    void rareThingsAreRareAndGapsAreThere() {
        assertThat(share(DemoCityTest::hasHighTechTitle)).isBetween(0.0005, 0.02);
        assertThat(share(values -> number(values, "taxArrears") > 0)).isBetween(0.0005, 0.02);
        assertThat(share(values -> Boolean.TRUE.equals(values.get("seriousList"))))
                .isBetween(0.0, 0.005);
        assertThat(share(values -> values.containsKey("annualRevenue"))).isBetween(0.25, 0.6);
        assertThat(share(values -> values.containsKey("insuredStaff"))).isBetween(0.15, 0.5);
    }

    private static boolean hasHighTechTitle(Map<String, Object> values) {
        return values.get("qualifications") instanceof Set<?> titles && titles.contains("高新技术企业");
    }

    @Test
    void sizesAreSkewAsInLife() {
        double[] revenues = city.stream()
                .map(DemoCityTest::truth)
                .filter(values -> !"个体工商户".equals(values.get("entityType")))
                .mapToDouble(values -> number(values, "annualRevenue"))
                .filter(revenue -> !Double.isNaN(revenue))
                .sorted()
                .toArray();
        double median = revenues[revenues.length / 2];
        double mean = Arrays.stream(revenues).average().orElseThrow();
        assertThat(mean).isGreaterThan(median * 1.8);
    }
}
