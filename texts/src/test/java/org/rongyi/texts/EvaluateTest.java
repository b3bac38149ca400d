package org.rongyi.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    private static final String TWO_LABELS = "id,标题,内容,类别\n" + rows(6, "停电", "供电") + rows(6, "贷款", "融资");

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static String rows(int count, String about, String label) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("%d,%s%d,\"我们%s的事，第 %d 次说了\n还没有人管\",%s%n".formatted(i, about, i, about, i, label));
        }
        return rows.toString().replace("\r", "");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("appeals.csv"), text);
    }

    private Run evaluate(String... options) {
        var words = new ArrayList<>(
                List.of("evaluate", folder.resolve("appeals.csv").toString()));
        words.addAll(Arrays.asList(options));
        return run(words.toArray(String[]::new));
    }

    private Run run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                words,
                new Main.Surroundings(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
        return new Run(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).replace(folder + "/", ""));
    }

    private void refused(String said, String... options) {
        var run = evaluate(options);
        assertThat(run.err()).contains(said);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void printsAndWritesTheFiguresOfFiveParts() throws IOException {
        file(TWO_LABELS);
        var json = folder.resolve("figures.json");
        var run = evaluate("--text", "标题,内容", "--label", "类别", "--json", json.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("供电").contains("融资").contains("held back for a person:");
        assertThat(Files.readString(json))
                .contains("\"rows\": 12,", "\"labels\": 2,", "\"top1\": 1.0000,", "\"top3\": 1.0000,")
                .contains("\"heldBack\": ", "\"top1WhenSure\": ");
        var again = evaluate("--text=标题,内容", "--label=类别", "--json=-");
        assertThat(again.out()).isEqualTo(Files.readString(json));
    }

    @Test
    void theShippedExamplesAreSoundAndSuggestionsForThemAreGood() throws IOException {
        var examples = TestTexts.shipped();
        var read = ShippedExamples.read(TestTexts.SHIPPED);
        assertThat(read.faults()).isEmpty();
        assertThat(examples).hasSizeGreaterThan(400);
        assertThat(examples.stream()
                        .map(example -> Folds.essence(example.writing().whole())))
                .doesNotHaveDuplicates();
        assertThat(examples.stream().map(Example::label)).allMatch(label -> label.matches("E(0[1-9]|1[0-2])0[1-6]"));
    }

    @Test
    void chineseSpreadsheetsAreReadAndSaid() throws IOException {
        Files.write(folder.resolve("appeals.csv"), TWO_LABELS.getBytes(Charset.forName("GB18030")));
        var run = evaluate("--text", "内容", "--label", "类别");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("is not in UTF-8, read as GB18030");
        assertThat(run.out()).contains("融资");
    }

    @Test
    void everyFaultOfTheFileIsToldWithLineAndColumn() throws IOException {
        file(TWO_LABELS + "x,,  ,供电\ny,停电,没电,\nz,停电\n\"q\"w,e,r,t\n");
        var run = evaluate("--text", "标题,内容", "--label", "类别");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("appeals.csv:26: column 2 \"标题\" and column 3 \"内容\" have no text")
                .contains("appeals.csv:27: column 4 \"类别\" has no label")
                .contains("appeals.csv:28: has 2 cells, the header has 4")
                .contains("appeals.csv:29: text stands after a closing quote");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithTheNearest() throws IOException {
        file(TWO_LABELS);
        refused("appeals.csv:1: there is no column \"类型\"", "--text", "标题", "--label", "类型");
        refused(
                "appeals.csv:1: there is no column \"subject\". Columns are id, 标题, 内容, 类别",
                "--text",
                "subject",
                "--label",
                "类别");
        file("a,b,a\n1,2,3\n");
        refused("appeals.csv:1: columns 1 and 3 are both called \"a\"", "--text", "a", "--label", "b");
    }

    @Test
    void whatCannotBeLearntOrTestedIsRefused() throws IOException {
        file("text,label\n" + "停电,供电\n停电了,供电\n没电,供电\n断电,供电\n跳闸,供电\n");
        refused(
                "appeals.csv:2: column 2 \"label\" has only one label, \"供电\", in all 5 rows",
                "--text",
                "text",
                "--label",
                "label");
        file("text,label\n停电,供电\n停电了,供电\n没电,供电\n断电,供电\n跳闸,供电\n贷款,融资\n利息,融资\n贷款！,融资\n抽贷,融资\n断贷,融资\n");
        refused(
                "appeals.csv:7: column 2 \"label\": label \"融资\" has 4 different texts, 5 parts to test on need 5",
                "--text",
                "text",
                "--label",
                "label");
        file("text,label\n");
        refused("appeals.csv:2: there are no rows under the first line", "--text", "text", "--label", "label");
        file("");
        refused("appeals.csv: the file is empty", "--text", "text", "--label", "label");
    }

    @Test
    void whoNamesAColumnThatCannotBeTheLabelIsToldWhichCan() throws IOException {
        var one = "id,text,level1,level2\n";
        var rows = new StringBuilder(one);
        for (int i = 0; i < 12; i++) {
            rows.append("%d,第 %d 件事没有人管,城乡建设,%s%n".formatted(i, i, i % 2 == 0 ? "安全" : "道路"));
        }
        file(rows.toString().replace("\r", ""));
        refused(
                "appeals.csv: different labels by column: \"id\" 12, \"text\" 12, \"level1\" 1, \"level2\" 2",
                "--text",
                "text",
                "--label",
                "level1");
        refused(
                "appeals.csv: Maybe --label level2 (2 labels, each in 6 rows or more)",
                "--text",
                "text",
                "--label",
                "level1");
        file("id,text,level1\n1,没有人管,城乡建设\n2,没人来修,城乡建设\n");
        refused(
                "appeals.csv: no column of this file can be the label: one is needed with 2 to 1,000 labels, each on 5",
                "--text",
                "text",
                "--label",
                "level1");
    }

    @Test
    void aFileOfFaultsIsNotPrintedWholeAndAHugeOneIsRefused() throws IOException {
        file("text,label\n" + "停电,\n".repeat(300_000));
        var run = evaluate("--text", "text", "--label", "label");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(21).last().asString().contains("and 299,980 more");
        file("text,label\n" + "停电,供电\n".repeat(25_000));
        refused("appeals.csv:20002: more than 20,000 rows", "--text", "text", "--label", "label");
    }

    @Test
    void wrongUseIsSaidInALineAndNothingIsWritten() throws IOException {
        refused("there is no such file", "--text", "a", "--label", "b");
        file(TWO_LABELS);
        refused("Missing required option", "--text", "标题");
        refused("does not know \"--txt\"", "--txt", "标题", "--text", "标题", "--label", "类别");
        refused("there is no folder", "--text", "标题", "--label", "类别", "--json", folder + "/no/x.json");
        assertThat(run("evaluat").err()).contains("does not know \"evaluat\"");
        assertThat(run("evaluate", "--help").code()).isZero();
        assertThat(run().out()).contains("evaluate");
    }
}
