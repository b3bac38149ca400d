package org.rongyi.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What becomes of results when something is in their way.
class ResultsTest extends SmallCity {

    private Run match(String... more) {
        return run(arguments("~/firms.csv", more).toArray(String[]::new));
    }

    private static List<String> arguments(String firms, String... more) {
        var arguments = new ArrayList<>(
                List.of("match", "--policies", "~/policies", "--elements", "~/elements.yaml", "--enterprises", firms));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whereAResultCannotBeWrittenIsToldBeforeAnythingIsMatched() throws IOException {
        Files.createDirectories(folder.resolve("taken"));
        for (var option : List.of("--out", "--summary")) {
            for (var place : List.of("~/taken", "~/nowhere/result")) {
                var run = match(option, place);
                assertThat(run.code()).isEqualTo(2);
                assertThat(run.out()).doesNotContain("ELIGIBLE");
                assertThat(run.err()).contains("\n" + place.substring(2) + ": ").doesNotContain("not in force");
            }
        }
        assertThat(match("--out", "/proc/result.csv").err()).contains("/proc/result.csv: cannot be written (");
    }

    @Test
    void aResultMayBeReadByWhomeverTheUserLetsRead() throws IOException {
        Files.createFile(folder.resolve("usual"));
        match("--out", "~/result.csv", "--summary", "~/summary.json");
        var usual = Files.getPosixFilePermissions(folder.resolve("usual"));
        for (var result : List.of("result.csv", "summary.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(result))))
                    .isEqualTo(PosixFilePermissions.toString(usual));
        }
    }

    @Test
    void whatIsNoFileIsWrittenIntoAndNotReplaced() throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(folder.resolve("read").toFile())
                .start();
        assertThat(match("--out", "~/pipe").code()).isZero();
        assertThat(reader.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("read"))).contains("A,SMALL,ELIGIBLE,");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void aLinkLeadsToTheFileThatIsWritten() throws IOException {
        Files.writeString(folder.resolve("real.csv"), "old");
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
        match("--out", "~/link.csv");
        assertThat(folder.resolve("link.csv")).isSymbolicLink();
        assertThat(folder.resolve("real.csv")).content().contains("A,SMALL,ELIGIBLE,");
    }

    @Test
    void aRefusedRunLeavesNothingBehindAndWhatWasThereBefore() throws IOException {
        Files.writeString(folder.resolve("result.csv"), "old");
        var before = files();
        assertThat(match("--out", "~/result.csv", "--key", "nowhere").code()).isEqualTo(2);
        assertThat(match("--out", "~/result.parquet", "--key", "nowhere").code())
                .isEqualTo(2);
        assertThat(files()).isEqualTo(before);
        assertThat(folder.resolve("result.csv")).hasContent("old");
    }

    @Test
    void aStoppedRunLeavesNothingBehind() throws Exception {
        var rows = new StringBuilder("code,人数\n");
        for (int i = 0; i < 200_000; i++) {
            rows.append('K').append(i).append(",\n");
        }
        file("many.csv", rows.toString());
        var before = files();
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        arguments("~/many.csv", "--out", "~/result.csv")
                .forEach(word -> command.add(word.replace("~", folder.toString())));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (files().equals(before) && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("ended by the signal").isEqualTo(143);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFullDiskBehindStandardOutputIsAnError() {
        assertThat(started(failing("No space left on device"), "~/firms.csv"))
                .isEqualTo("2: standard output cannot be written (No space left on device)");
    }

    @Test
    void aReaderWhoLeavesIsNoErrorAndGetsNoCountsOfAPart() throws IOException {
        assertThat(started(failing("Broken pipe"), "~/firms.csv", "--summary", "~/summary.json"))
                .startsWith("0: ")
                .doesNotContain("eligible");
        assertThat(files()).noneMatch(file -> file.contains("summary"));
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(why);
            }
        };
    }

    /// @return exit code and last line said
    private String started(OutputStream out, String firms, String... more) {
        var err = new ByteArrayOutputStream();
        var words = arguments(firms, more).stream()
                .map(word -> word.replace("~", folder.toString()))
                .toArray(String[]::new);
        int code = Main.start(words, out, err, CLOCK, false);
        return code + ": "
                + err.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    @Test
    void theLastLineSumsUp() throws IOException {
        file("firms.csv", "code,人数,类型\nA,1,a\nB,x,a\nC,,a\n");
        var last = match("--out", "~/r.csv").err().lines().toList().getLast();
        assertThat(last.replaceAll("[\\d.]+ s", "T s"))
                .isEqualTo("2 rows (1 more left out), 2 policies: 1 eligible, 3 undetermined; T s -> r.csv");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameInTheSameOrder() throws IOException {
        var rows = new StringBuilder("code,人数,类型,称号,since\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append("K%d,%s,%s,%s,2020-01-01%n".formatted(i, i % 7 == 0 ? "" : i % 60, "a", i % 5 == 0 ? "" : "乙"));
        }
        rows.append("K7,1,a,,\nbad,x,a,,\n");
        file("firms.csv", rows.toString());
        var one = match("--all", "--threads", "1");
        for (var threads : List.of("2", "7")) {
            var many = match("--all", "--threads", threads);
            assertThat(many.out()).isEqualTo(one.out());
            assertThat(many.err().replaceAll("[\\d.]+ s\n", ""))
                    .isEqualTo(one.err().replaceAll("[\\d.]+ s\n", ""));
        }
        assertThat(one.lines()).hasSize(1 + 2 * 60_001);
        assertThat(one.err()).contains("firms.csv:60002: enterprise \"K7\"", "firms.csv:60003: column 2");
    }
}
