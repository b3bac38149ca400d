package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.definitions.files.TextEncoding;

/// The commands from end to end, on small files of invented firms.
class MainTest extends SmallCity {
    private Run match(String... more) {
        var arguments = new ArrayList<>(
                List.of("match", "--policies", "~/policies", "--elements", "~/elements.yaml", "--enterprises"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void matchesAFileAndWritesWhatIsEligibleAndWhatIsUndetermined() {
        var run = match("~/firms.csv");
        assertThat(run.out()).isEqualTo("""
                enterprise,policy,outcome,missing
                A,SMALL,ELIGIBLE,
                A,TITLE,ELIGIBLE,
                B,TITLE,UNDETERMINED,titles
                D,SMALL,UNDETERMINED,staff
                """);
        assertThat(run.err()).startsWith("""
                firms.csv: warning: column 6 "note" is ignored: there is no such element
                not in force on 2026-04-01, so not judged: PAST
                """);
        assertThat(run.code()).isZero();
    }

    @Test
    void listsWhatAnEnterpriseIsNotEligibleForWhenAsked() {
        assertThat(match("~/firms.csv", "--all").lines())
                .containsExactly(
                        "enterprise,policy,outcome,missing",
                        "A,SMALL,ELIGIBLE,",
                        "A,TITLE,ELIGIBLE,",
                        "B,SMALL,NOT_ELIGIBLE,",
                        "B,TITLE,UNDETERMINED,titles",
                        "C,SMALL,NOT_ELIGIBLE,",
                        "C,TITLE,NOT_ELIGIBLE,",
                        "D,SMALL,UNDETERMINED,staff",
                        "D,TITLE,NOT_ELIGIBLE,");
    }

    @Test
    void judgesByTheTextThatWasLawOnTheDayAskedAbout() throws IOException {
        assertThat(match("~/firms.csv", "--as-of", "2026-03-31").lines())
                .contains("A,TITLE,ELIGIBLE,", "B,TITLE,UNDETERMINED,titles")
                .doesNotContain("C,TITLE,ELIGIBLE,");
        file("firms.csv", "code,titles,since\nC,乙,2020-01-01\nD,甲,2020-01-01\n");
        assertThat(match("~/firms.csv", "--as-of", "2026-03-31").lines()).contains("D,TITLE,ELIGIBLE,");
        assertThat(match("~/firms.csv", "--as-of", "2026-04-01").lines()).contains("C,TITLE,ELIGIBLE,");
    }

    @Test
    void reportsEveryBadCellAndMatchesTheOtherRows() throws IOException {
        file("firms.csv", """
                code,人数,since,入库
                A,12,2020-05-01,true
                B,"2,000(人)",2014/8/1,
                ,5,,
                "C"x,1,,
                D,1
                E,3,,maybe
                "F
                G",4,,0
                A,5,,
                """);
        var run = match("~/firms.csv", "--summary", "-");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines().filter(line -> line.startsWith("firms.csv")))
                .containsExactly(
                        "firms.csv:3: column 2 \"人数\": \"2,000(人)\" is not a number. Maybe 2000",
                        "firms.csv:3: column 3 \"since\": \"2014/8/1\" is not a date such as 2026-04-01. "
                                + "Maybe 2014-08-01",
                        "firms.csv:4: column 1 \"code\": names no enterprise",
                        "firms.csv:5: text stands after a closing quote. Maybe write the quote twice: \"\"",
                        "firms.csv:6: has 2 cells, the header has 4",
                        "firms.csv:7: column 4 \"入库\": \"maybe\" is neither true nor false. " + "Maybe true or false",
                        "firms.csv:10: enterprise \"A\" was already in an earlier line; both are matched",
                        "firms.csv: 5 rows could not be read and were left out",
                        "firms.csv: 1 row repeats an enterprise");
        assertThat(run.out()).startsWith("{").contains("\"rows\" : 3", "\"badRows\" : 5");
    }

    @Test
    void countsInASummary() throws IOException {
        assertThat(match("~/firms.csv", "--out", "~/out.csv", "--summary", "~/s.json")
                        .code())
                .isZero();
        var json = Files.readString(folder.resolve("s.json")).replaceAll("\"seconds\" : [0-9.]+", "\"seconds\" : S");
        assertThat(json).isEqualTo("""
                {
                  "asOf" : "2026-04-01",
                  "rows" : 4,
                  "badRows" : 0,
                  "policies" : [ {
                    "id" : "PAST",
                    "eligible" : 0,
                    "undetermined" : 0,
                    "notEligible" : 0,
                    "inForce" : false
                  }, {
                    "id" : "SMALL",
                    "eligible" : 1,
                    "undetermined" : 1,
                    "notEligible" : 2
                  }, {
                    "id" : "TITLE",
                    "eligible" : 1,
                    "undetermined" : 1,
                    "notEligible" : 2
                  } ],
                  "seconds" : S
                }
                """);
        assertThat(folder.resolve("out.csv"))
                .content()
                .startsWith("enterprise,policy,outcome,missing\nA,SMALL,ELIGIBLE,");
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("elements.yaml", "policies", "firms.csv", "out.csv", "s.json");
        }
    }

    @Test
    void readsGb18030AndSaysSo() throws IOException {
        var text = Files.readString(folder.resolve("firms.csv"));
        var expected = match("~/firms.csv").out();
        Files.write(folder.resolve("firms.csv"), text.replace("\n", "\r\n").getBytes(TextEncoding.GB18030));
        var run = match("~/firms.csv");
        assertThat(run.out()).isEqualTo(expected);
        assertThat(run.err()).startsWith("firms.csv: is not in UTF-8, read as GB18030\n");
    }

    @Test
    void runsNothingAndListsAllFaultsWhenARuleIsBad() throws IOException {
        file("policies/bad.yaml", "id: BAD\ntitle: t\nconditions:\n  - rule: stuff < 3\n  - rule: staff => 3\n");
        file("policies/worse.yaml", "id: WORSE\ntitel: t\nconditions: []\n");
        var run = match("~/firms.csv", "--out", "~/out.csv");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(run.err())
                .contains("policies/bad.yaml:4:11: ", "policies/bad.yaml:5:17: ", "policies/worse.yaml:2:1: ")
                .contains("policies/worse.yaml:3:13: ")
                .endsWith("5 errors in 2 files; nothing was run\n");
    }

    @Test
    void refusesInputThatCannotBeRead() throws IOException {
        file("empty.csv", "");
        file("twice.csv", "code,staff,人数\nA,1,2\n");
        file("not.parquet", "this is no Parquet");
        assertThat(match("~/none.csv").err()).endsWith("none.csv: there is no such file\n");
        assertThat(match("~/none.csv").code()).isEqualTo(2);
        assertThat(match("~/empty.csv").err()).endsWith("the file is empty; its first line must name the columns\n");
        assertThat(match("~/twice.csv").err())
                .endsWith("columns 2 \"staff\" and 3 \"人数\" are both the element staff. Maybe leave one out\n");
        assertThat(match("~/not.parquet").err()).contains("not.parquet: cannot be read as Parquet (");
        assertThat(match("~/not.parquet").code()).isEqualTo(2);
        assertThat(match("~/firms.csv", "--key", "税号").err())
                .endsWith("there is no key column \"税号\" among code, 人数, 类型, 称号, since, note\n");
        assertThat(match("~/firms.csv", "--out", "~/none/out.csv").code()).isEqualTo(2);
    }

    @Test
    void refusesWrongUsage() {
        assertThat(run("match").code()).isEqualTo(2);
        assertThat(run("mach").code()).isEqualTo(2);
        assertThat(match("~/firms.csv", "--as-of", "April").code()).isEqualTo(2);
        assertThat(match("~/firms.csv", "--threads", "0").code()).isEqualTo(2);
        assertThat(run().out()).contains("match", "explain", "policies");
    }

    @Test
    void takesTheKeyColumnThatIsNamed() {
        assertThat(match("~/firms.csv", "--key", "note").lines()).contains("x,SMALL,ELIGIBLE,");
    }

    @Test
    void warnsThatADerivedColumnIsComputedInstead() throws IOException {
        file("firms.csv", "code,人均收入,人数,营业收人\nA,1,2,3\n");
        assertThat(match("~/firms.csv").err())
                .contains("column 2 \"人均收入\" is ignored: perHead is derived and is computed from other elements")
                .contains("column 4 \"营业收人\" is ignored: there is no such element. Maybe 营业收入");
    }

    @Test
    void givesTheSameFromParquetAndToParquet() throws Exception {
        try (var connection = DuckDb.open();
                var statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT code, CAST(staff AS DOUBLE) AS 人数, kind AS 类型,
                                 CASE WHEN t = ';' THEN [] ELSE string_split(t, ';') END AS titles,
                                 CAST(d AS TIMESTAMP) AS since
                          FROM (VALUES ('A', 12, '有限责任公司', '甲;乙', '2020-05-01'),
                                       ('B', 1200, '有限责任公司', NULL, '2020-05-01'),
                                       ('C', 5, '个体工商户', '乙', '2026-01-01'),
                                       ('D', NULL, '有限责任公司', ';', NULL)) AS firms(code, staff, kind, t, d))
                    TO %s (FORMAT parquet)""".formatted(DuckDb.quoted(folder.resolve("firms.parquet"))));
        }
        var fromCsv = match("~/firms.csv", "--all").out();
        assertThat(match("~/firms.parquet", "--all").out()).isEqualTo(fromCsv);
        assertThat(match("~/firms.csv", "--all", "--out", "~/it's.parquet").code())
                .isZero();
        var lines = new StringBuilder("enterprise,policy,outcome,missing\n");
        try (var connection = DuckDb.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM " + DuckDb.quoted(folder.resolve("it's.parquet")))) {
            while (rows.next()) {
                var missing = rows.getString("missing");
                lines.append("%s,%s,%s,%s\n"
                        .formatted(
                                rows.getString("enterprise"),
                                rows.getString("policy"),
                                rows.getString("outcome"),
                                missing == null ? "" : missing));
            }
        }
        assertThat(lines.toString()).isEqualTo(fromCsv);
    }

    @Test
    void checksPolicies() throws IOException {
        assertThat(run("policies", "check", "~/policies", "--elements", "~/elements.yaml")
                        .out())
                .isEqualTo("3 policies, 4 versions: no errors\n");
        file("policies/bad.yaml", "id: BAD\ntitle: t\nconditions:\n  - rule: staf < 3\n");
        var run = run("policies", "check", "~/policies", "--elements", "~/elements.yaml");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                policies/bad.yaml:4:11: There is no element (staf).
                    4 |   - rule: staf < 3
                      |           ^
                    Maybe (staff).
                1 error in 1 file
                """);
    }

    @Test
    void takesTheElementsOfTheCityWhosePoliciesAreNamed() throws IOException {
        file("city/city.yaml", "id: city\n");
        file("city/elements.yaml", "- {id: own, type: number, zh: 本市指标}\n");
        file("city/policies/p.yaml", "id: P\ntitle: t\nconditions:\n  - rule: 本市指标 > 1 and 从业人数季度平均 > 1\n");
        assertThat(run("policies", "check", "~/city/policies").code()).isZero();
    }

    @Test
    void stopsQuietlyWhenNobodyReadsOn() throws IOException {
        var closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {
                    "match",
                    "--policies",
                    folder + "/policies",
                    "--elements",
                    folder + "/elements.yaml",
                    "--enterprises",
                    folder + "/firms.csv"
                },
                new Main.Surroundings(
                        new PrintStream(closed, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        CLOCK,
                        false));
        assertThat(code).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("Broken", "Exception");
    }
}
