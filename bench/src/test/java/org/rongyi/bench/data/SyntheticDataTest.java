package org.rongyi.bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.bench.Main;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.PolicyLibrary;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.rules.column.RuleSet;

/// What the measurements stand on: the data are the same for the same seed and like the real ones where it matters.
class SyntheticDataTest {
    private static final int ROWS = 20_000;
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    @TempDir
    private static Path folder;

    private static Path city;
    private static List<String[]> rows;
    private static List<String> headers;

    @BeforeAll
    static void makeEnterprises() throws IOException {
        try (var cities = Files.list(Path.of("..", "cities"))) {
            city = cities.filter(each -> Files.exists(each.resolve("generator.yaml")))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(enterprises(ROWS, 7, "all.csv")).isZero();
        var lines = Files.readAllLines(folder.resolve("all.csv"));
        headers = List.of(lines.getFirst().split(","));
        rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static int enterprises(int size, int seed, String file) {
        return Main.run(
                "generate",
                "enterprises",
                "--size=" + size,
                "--seed=" + seed,
                "--out=" + folder.resolve(file),
                "--city=" + city);
    }

    private static int policies(int count, int seed, String into) {
        return Main.run(
                "generate",
                "policies",
                "--count=" + count,
                "--seed=" + seed,
                "--out=" + folder.resolve(into),
                "--city=" + city);
    }

    private static int column(String element) {
        return headers.indexOf(element);
    }

    private static double share(String element, Predicate<String> which) {
        int column = column(element);
        return (double) rows.stream().filter(row -> which.test(row[column])).count() / rows.size();
    }

    @Test
    void sixtyElementsOfTheDictionaryOfWhichATenthIsMissing() {
        var dictionary = Definitions.shipped().dictionary();
        assertThat(headers).hasSize(60).doesNotHaveDuplicates().allSatisfy(element -> {
            assertThat(dictionary.find(element)).isPresent();
            assertThat(dictionary.find(element).orElseThrow().derived()).isFalse();
        });
        assertThat(headers.stream().skip(1).mapToDouble(element -> share(element, String::isEmpty)))
                .allSatisfy(missing -> assertThat(missing).isBetween(0.09, 0.11));
        assertThat(share("creditCode", String::isEmpty)).isZero();
    }

    private static String largest() {
        var counts = new HashMap<String, Integer>();
        rows.forEach(row -> {
            var area = row[column("operatingAreaCode")];
            if (!area.isEmpty()) {
                counts.merge(area.substring(0, 6), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void entitiesAreSpreadAsTheCityIs() {
        double traders = share("entityType", "个体工商户"::equals) / 0.9;
        assertThat(traders).isCloseTo(0.7, within(0.03));
        var largest = largest();
        var district = share("operatingAreaCode", area -> area.startsWith(largest)) / 0.9;
        assertThat(district).as("the largest district").isBetween(0.12, 0.18);
        assertThat(rows.stream()
                        .map(row -> row[column("industryCode")])
                        .distinct()
                        .count())
                .isGreaterThan(80);
    }

    @Test
    void everyCodeIsOnItsList() throws IOException {
        var definitions = Definitions.shipped().withCity(city).value();
        for (var element : headers) {
            var list = definitions.classificationOf(element).orElse(null);
            if (list != null) {
                var codes = new HashSet<String>();
                rows.forEach(row -> codes.addAll(List.of(row[column(element)].split(";"))));
                codes.remove("");
                assertThat(codes).as(element).isNotEmpty().allMatch(list::contains);
            }
        }
    }

    @Test
    void creditCodesAreValidUniqueAndNobodys() {
        assertThat(rows.stream().map(row -> row[0])).doesNotHaveDuplicates().allMatch(code -> {
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += CODE.indexOf(code.charAt(i)) * WEIGHTS[i];
            }
            return code.startsWith("Y1") && code.charAt(17) == CODE.charAt((31 - sum % 31) % 31);
        });
    }

    @Test
    void theSameSeedGivesTheSameAndALargerFileBeginsLikeASmallerOne() throws IOException {
        enterprises(1_000, 7, "small.csv");
        enterprises(1_000, 8, "other.csv");
        var small = Files.readString(folder.resolve("small.csv"));
        assertThat(Files.readString(folder.resolve("all.csv"))).startsWith(small);
        assertThat(Files.readString(folder.resolve("other.csv"))).isNotEqualTo(small);
    }

    @Test
    void parquetHoldsTheSameValues() throws Exception {
        assertThat(enterprises(5_000, 7, "it's.parquet")).isZero();
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = Objects.requireNonNull(connection).createStatement();
                var found = statement.executeQuery("SELECT * FROM read_parquet('%s')"
                        .formatted(folder.resolve("it's.parquet").toString().replace("'", "''")))) {
            for (var row : rows.subList(0, 5_000)) {
                assertThat(found.next()).isTrue();
                for (int i = 0; i < headers.size(); i++) {
                    var text = found.getString(i + 1);
                    assertThat(asCell(text)).as(headers.get(i)).isEqualTo(row[i]);
                }
            }
            assertThat(found.next()).isFalse();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("nothing is left beside it")
                    .noneMatch(name -> name.contains(".part") || name.contains(".wal"));
        }
    }

    private static String asCell(@Nullable String text) {
        return text == null
                ? ""
                : text.equals("[]") ? ";" : text.replaceAll("^\\[|]$", "").replace(", ", ";");
    }

    @Test
    void whatCannotBeMadeIsRefused() throws IOException {
        assertThat(enterprises(1, 1, "nowhere/x.parquet")).isEqualTo(2);
        assertThat(enterprises(-1, 1, "x.parquet")).isEqualTo(2);
        assertThat(policies(0, 1, "none")).isEqualTo(2);
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine.yaml"), "");
        assertThat(policies(1, 1, "full")).isEqualTo(2);
        assertThat(Main.run("generate", "policies")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf: [", "established: 3", "established: [3]", "established: []\ntrades: {}", "other: 1"})
    void aCityOfAnotherShapeIsNamed(String text) throws IOException {
        Path city = Files.createDirectories(folder.resolve("odd"));
        Files.writeString(city.resolve("generator.yaml"), text);
        assertThatThrownBy(() -> CityFrequencies.read(city))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("generator.yaml: cannot be read");
    }

    private Loaded<PolicyLibrary> library(String from) throws IOException {
        var definitions = Definitions.shipped().withCity(city).value();
        return PolicyLibrary.read(folder.resolve(from), definitions);
    }

    @Test
    void policiesAreSoundLabelledAndOfTheSizeOfRealOnes() throws IOException {
        assertThat(policies(600, 2026, "policies")).isZero();
        var loaded = library("policies");
        assertThat(loaded.faults()).isEmpty();
        var policies = loaded.value().policies();
        assertThat(policies).hasSize(600).allSatisfy(policy -> {
            assertThat(policy.title().zh()).startsWith("合成政策");
            assertThat(policy.title().en()).startsWith("Synthetic");
        });
        var versions =
                policies.stream().map(policy -> policy.versions().getFirst()).toList();
        assertThat(versions.stream()
                        .mapToInt(version -> version.conditions().size())
                        .average()
                        .orElseThrow())
                .isBetween(6.5, 7.5);
        var rules = RuleSet.of(versions.stream().map(PolicyVersion::rule).toList());
        assertThat(rules.slow()).isEmpty();
        assertThat(rules.atoms()).as("many, and shared").isBetween(500, 600 * 7 / 2);
    }

    @Test
    void policiesOfOneSeedAreTheSame() throws IOException {
        policies(20, 5, "one");
        policies(20, 5, "again");
        policies(20, 6, "other");
        assertThat(texts("again")).isEqualTo(texts("one"));
        assertThat(texts("other")).isNotEqualTo(texts("one"));
    }

    private static List<String> texts(String from) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.list(folder.resolve(from))) {
            for (var file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
