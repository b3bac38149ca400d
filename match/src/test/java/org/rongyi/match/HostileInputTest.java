package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as they come: damaged, mislabelled, of another kind.
class HostileInputTest extends SmallCity {

    private void bytes(String name, int... begin) throws IOException {
        var bytes = new byte[begin.length];
        for (int i = 0; i < begin.length; i++) {
            bytes[i] = (byte) begin[i];
        }
        Files.write(folder.resolve(name), bytes);
    }

    private void refuses(String file, String said) {
        var run = match("~/" + file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(file + ": ").contains(said);
    }

    @Test
    void saysOfAFileThatIsNoTextWhatItIs() throws IOException {
        bytes("firms.xlsx", 'P', 'K', 3, 4, 20, 0);
        bytes("firms.xls", 0xD0, 0xCF, 0x11, 0xE0, 1, 1);
        bytes("firms.csv.gz", 0x1F, 0x8B, 8, 0);
        bytes("picture.csv", 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0);
        Files.write(folder.resolve("utf32.csv"), "code,人数\nA,1\n".getBytes(Charset.forName("UTF-32LE")));
        refuses("firms.xlsx", "save it as CSV");
        refuses("firms.xls", "save it as CSV");
        refuses("firms.csv.gz", "gunzip");
        refuses("picture.csv", "is no text");
        refuses("utf32.csv", "is no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code\t人数\nA\t1\n", "code;人数\nA;1\n", "code|人数\nA|1\n"})
    void refusesCellsThatAreNotSeparatedByCommas(String text) throws IOException {
        file("firms.csv", text);
        refuses("firms.csv", "no comma, but tabs or semicolons");
    }

    @Test
    void refusesAFirstLineWithoutNames() throws IOException {
        file("firms.csv", ",,\nA,1,2\n");
        refuses("firms.csv", "the first line is empty");
    }

    @Test
    void readsAParquetFileUnderAnyName() throws Exception {
        parquet("firms.csv", "SELECT 'A' AS code, 12 AS 人数, '有限责任公司' AS 类型");
        assertThat(match("~/firms.csv").lines()).contains("A,SMALL,ELIGIBLE,");
    }

    @Test
    void aNameThatLooksLikeAPatternIsOneFile() throws Exception {
        parquet("a1.parquet", "SELECT 'wrong' AS code");
        parquet("a[1]*?.parquet", "SELECT 'A' AS code, 12 AS 人数, '有限责任公司' AS 类型");
        assertThat(match("~/a[1]*?.parquet").lines())
                .contains("A,SMALL,ELIGIBLE,")
                .noneMatch(line -> line.contains("wrong"));
    }

    @Test
    void aCharacterThatNoTextHasIsReportedInTheKeyAndInValues() throws IOException {
        file("firms.csv", "key,人数,类型\n" + "x".repeat(1 << 16) + ",1,a\nA\0B,1,a\nC,2\0,a\nD,3,a\n");
        var run = match("~/firms.csv", "--key", "key");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("firms.csv:3: column 1 \"key\": \"A B\" has a character that no text has (NUL)")
                .contains("firms.csv:4: column 2 \"人数\": \"2 \" has a character that no text has (NUL)");
        assertThat(run.out()).contains("D,SMALL,ELIGIBLE,");
    }

    @Test
    void manyUnknownColumnsAreCountedNotListed() throws IOException {
        var names = IntStream.range(0, 20_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        file("firms.csv", "code," + names + "\nA" + ",1".repeat(20_000) + "\n");
        assertThat(match("~/firms.csv").err().lines().filter(line -> line.contains("warning: column")))
                .hasSize(20);
        assertThat(match("~/firms.csv").err()).contains("firms.csv: warning: 19,980 more columns are ignored");
        var noKey = match("~/firms.csv", "--key", "nowhere");
        assertThat(noKey.err().lines().filter(line -> line.contains("nowhere"))).allMatch(line -> line.length() < 200);
    }

    @Test
    void aColumnWithoutANameIsNoUnknownElement() throws IOException {
        file("firms.csv", "code,,人数\nA,x,1\n");
        assertThat(match("~/firms.csv").err()).contains("warning: column 2 is ignored: it has no name");
    }

    @Test
    void aLongCellIsNotPrintedWhole() throws IOException {
        file("firms.csv", "code,人数\nA," + "9".repeat(100_000) + "\nB,1\n");
        var run = match("~/firms.csv");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines()).allMatch(line -> line.length() < 200);
    }

    @Test
    void codesThatTheirListDoesNotHaveAreToldTogether() throws IOException {
        file("policies/small.yaml", "id: P\ntitle: t\nconditions: [{rule: '主体类型 = \"有限责任公司\"'}]\n");
        file("firms.csv", "企业,主体类型\nA,有限责任公司\nB,有限公司\nC,有限公司\nD,N/A\n");
        var run = run("match", "--policies", "~/policies/small.yaml", "--enterprises", "~/firms.csv");
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("firms.csv: warning: column 2 \"主体类型\": 3 values are no code of \"entityType\", "
                        + "such as \"有限公司\", \"N/A\". Maybe \"有限责任公司\"\n");
        assertThat(run.out()).contains("A,P,ELIGIBLE,");
    }

    @Test
    void takesValuesOfParquetTypesForWhatTheyMean() throws Exception {
        parquet("firms.parquet", """
                SELECT * FROM (VALUES
                    ('tiny', 1e-300::DOUBLE, TIMESTAMPTZ '2025-04-01 00:30:00+08', ['乙']),
                    ('day before', 1e300::DOUBLE, TIMESTAMPTZ '2025-04-02 00:30:00+08', ['乙']),
                    ('nothing said', 1, TIMESTAMPTZ '2020-04-01 00:00:00+08', [NULL]),
                    ('has none', 1, TIMESTAMPTZ '2020-04-01 00:00:00+08', []),
                    ('one code', 1, TIMESTAMPTZ '2020-04-01 00:00:00+08', ['甲;乙'])) t(code, 人数, since, titles)""");
        assertThat(match("~/firms.parquet", "--all").lines())
                .contains(
                        "tiny,TITLE,ELIGIBLE,",
                        "day before,TITLE,NOT_ELIGIBLE,",
                        "day before,SMALL,NOT_ELIGIBLE,",
                        "nothing said,TITLE,UNDETERMINED,titles",
                        "has none,TITLE,NOT_ELIGIBLE,",
                        "one code,TITLE,NOT_ELIGIBLE,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a': 1}", "MAP {'a': 1}", "'a'::BLOB", "TIME '10:00'", "INTERVAL 1 DAY", "[[1], [2]]"})
    void refusesAColumnOfATypeThatNoElementTakes(String value) throws Exception {
        parquet("firms.parquet", "SELECT 'A' AS code, " + value + " AS 人数");
        refuses("firms.parquet", "column 2 \"人数\" is of type");
        parquet("firms.parquet", "SELECT 'A' AS code, " + value + " AS note");
        assertThat(match("~/firms.parquet").code()).isZero();
    }

    @Test
    void saysWhenANumberNamesTheEnterprise() throws IOException {
        file("firms.csv", "人数,code\n5,A\n");
        assertThat(match("~/firms.csv").err())
                .contains("firms.csv: warning: there is no credit code, so column 1 \"人数\" names the enterprise. "
                        + "Maybe choose with --key\n");
        assertThat(match("~/firms.csv", "--key", "code").err()).doesNotContain("--key");
    }

    @Test
    void manyPoliciesOutOfForceAreCounted() throws IOException {
        for (int i = 100; i < 130; i++) {
            file(
                    "policies/old" + i + ".yaml",
                    "{id: O%d, title: t, validTo: 2020-01-01, conditions: [{rule: listed}]}\n".formatted(i));
        }
        var err = match("~/firms.csv").err();
        assertThat(err.lines().filter(line -> line.contains("not in force"))).hasSize(1);
        assertThat(err).contains("so not judged: O100, O101, ").contains(", … (31 in all)");
    }

    @Test
    void elementsThatCannotBeReadAreOneFaultNotOneOfEveryRule() {
        var run = run("policies", "check", "~/policies", "--elements", "~/nowhere.yaml");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("nowhere.yaml: there is no such file\n1 error in 1 file\n");
    }

    @Test
    void onePolicyOfACityKnowsTheCitysElements() throws IOException {
        file("city/city.yaml", "id: city\n");
        file("city/elements.yaml", "- {id: own, type: number, zh: 本市指标}\n");
        file("city/policies/2026/p.yaml", "id: P\ntitle: t\nconditions: [{rule: 本市指标 > 1}]\n");
        assertThat(run("policies", "check", "~/city/policies/2026/p.yaml").code())
                .isZero();
    }

    @Test
    void wrongUsageIsToldInTwoLines() {
        assertThat(run("match", "--policy", "x").err()).isEqualTo("""
                rongyi: match does not know "--policy". Maybe --policies
                Maybe see ./rongyi match --help
                """);
        assertThat(match("~/firms.csv", "--as-of", "2026-13-01").err())
                .isEqualTo("rongyi: Invalid value for option '--as-of': is a date such as 2026-04-01, "
                        + "not \"2026-13-01\"\nMaybe see ./rongyi match --help\n");
        assertThat(run("policies", "chek", "x").err())
                .startsWith("rongyi: policies does not know \"chek\". Maybe check");
    }

    @Test
    void aConditionThatGoesRowByRowIsCalledSlow() throws IOException {
        file("policies/slow.yaml", "id: SLOW\ntitle: t\nconditions:\n  - rule: 类型 = code\n");
        var run = run("policies", "check", "~/policies", "--elements", "~/elements.yaml");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("policies/slow.yaml:4:5: warning: slow on many firms");
        assertThat(run.out()).isEqualTo("4 policies, 5 versions: no errors, 1 slow condition\n");
    }

    private void parquet(String name, String query) throws SQLException {
        try (var connection = DuckDb.open();
                var statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO %s (FORMAT parquet)".formatted(query, DuckDb.quoted(folder.resolve(name))));
        }
    }

    private Run match(String... more) {
        var arguments = new ArrayList<>(
                List.of("match", "--policies", "~/policies", "--elements", "~/elements.yaml", "--enterprises"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }
}
