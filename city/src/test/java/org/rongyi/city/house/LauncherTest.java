package org.rongyi.city.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `./rongyi` itself, in a copy of the repository's outline whose JDK and Maven only say what they are told.
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *jarmode=tools*) for last; do :; done; mkdir -p "$last"; echo jar > "$last/rongyi-city.jar" ;;
              *AOTCacheOutput=*)
                [ ! -f "$0.breaks" ] || exit 1
                for word; do case $word in -XX:AOTCacheOutput=*) echo > "${word#*=}" ;; esac; done ;;
              *) for word; do echo "$word"; done; [ ! -f "$0.says" ] || . "$0.says" ;;
            esac
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >> ../builds
            [ ! -f ../slow ] || { echo $$ > ../building; sleep 60; }
            for each in match texts bench city seals; do
              mkdir -p $each/target; echo jar > $each/target/rongyi-$each.jar
            done
            """;

    @TempDir
    Path folder;

    private final List<String> path = new ArrayList<>(List.of("/usr/local/bin", "/usr/bin", "/bin"));

    private record Run(int code, List<String> out, List<String> err) {}

    @BeforeEach
    void copyTheOutline() throws IOException {
        for (var part : Repository.read().paths("launch/", ".sh")) {
            copy(part);
        }
        copy("rongyi");
        write("here/pom.xml", "<project>\n  <version>1.2.3</version>\n</project>\n");
        write("here/.mvn/jvm.config", "");
        write("here/cities/first/city.yaml", "id: first\n");
        write("here/cities/chengdu/city.yaml", "id: chengdu\n");
        write("here/cities/README.md", "");
        for (var module : List.of("rules", "definitions", "seals", "invoices", "match", "texts", "bench", "city")) {
            write("here/" + module + "/pom.xml", "");
            write("here/" + module + "/src/main/Source", module);
        }
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", "");
        program("bin/mvn", MAVEN);
        path.addFirst(folder.resolve("bin").toString());
    }

    private void copy(String part) throws IOException {
        var copy = folder.resolve("here").resolve(part);
        Files.createDirectories(copy.getParent());
        Files.copy(Repository.ROOT.resolve(part), copy);
        assertThat(copy.toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private void program(String file, String text) throws IOException {
        write(file, text);
        assertThat(folder.resolve(file).toFile().setExecutable(true)).isTrue();
    }

    private Process start(String... words) throws IOException {
        return start("here/rongyi", Map.of("HOME", folder.resolve("home").toString()), words);
    }

    private Process start(String launcher, Map<String, String> surroundings, String... words) throws IOException {
        var command = new ArrayList<>(List.of(folder.resolve(launcher).toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(surroundings);
        builder.environment().put("PATH", String.join(":", path));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        return builder.start();
    }

    private Run ended(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), lines("out"), lines("err"));
    }

    private Run run(String... words) throws IOException, InterruptedException {
        return ended(start(words));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void helpFitsOnOneScreen() throws Exception {
        var help = run();
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(run("help").out()).isEqualTo(help.out());
        assertThat(run("--version").out()).containsExactly("rongyi 1.2.3");
    }

    @Test
    void theProgramTakesTheLaunchersPlaceWithItsWordsAndExitCode() throws Exception {
        write("jdk/bin/java.says", "exit 3");
        var run = run("match", "--policies", "a b", "*", "");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).endsWith("match", "--policies", "a b", "*", "");
    }

    @Test
    void suggestionsForAppealsAreEvaluatedByTheProgramOfTexts() throws Exception {
        assertThat(run("appeals", "evaluate", "a b.csv", "--text=x,y").out())
                .endsWith("evaluate", "a b.csv", "--text=x,y")
                .anyMatch(word -> word.endsWith("rongyi-texts.jar"));
        var unknown = run("appeals", "evaluat");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).first().asString().contains("appeals takes evaluate, not (evaluat)");
    }

    @Test
    void aRehearsalThatBreaksIsToldAndTheCityOpensAllTheSame() throws Exception {
        assertThat(run("demo").out()).anyMatch(word -> word.startsWith("-XX:AOTCache="));
        write("jdk/bin/java.breaks", "");
        write("here/city/src/main/Source", "another");
        var broken = run("demo");
        assertThat(broken.out()).endsWith("--logging.pattern.console=%m%n%wEx").noneMatch(word -> word.contains("AOT"));
        assertThat(broken.err()).anyMatch(line -> line.contains("every start will be slow"));
    }

    @Test
    void whatIsBuiltIsBuiltAgainOnlyWhenASourceChanges() throws Exception {
        run("match");
        run("explain");
        assertThat(lines("builds")).hasSize(1);
        write("here/rules/src/main/Source", "another");
        run("match");
        assertThat(lines("builds")).hasSize(2);
        write("here/rules/src/main/Source", "rules");
        write("here/city/src/main/Source", "another");
        run("match");
        assertThat(lines("builds"))
                .as("back to what was forgotten; the city is no part of it")
                .hasSize(3);
    }

    @Test
    void syntheticDataResembleTheFirstCityUnlessAnotherIsNamed() throws Exception {
        assertThat(run("generate", "policies", "--count", "3").out())
                .endsWith(
                        "--count",
                        "3",
                        "--city",
                        folder.resolve("here/cities/chengdu").toString());
        assertThat(run("generate", "policies", "--city=x").out()).endsWith("generate", "policies", "--city=x");
        assertThat(run("generate", "--help").out()).endsWith("generate", "--help");
    }

    @Test
    void aLinkWithBlanksInItsNameLeadsToTheSameCity() throws Exception {
        Files.createDirectories(folder.resolve("other place"));
        Files.createSymbolicLink(folder.resolve("other place/the link"), Path.of("../here/rongyi"));
        var run = ended(start("other place/the link", Map.of("HOME", "/nowhere"), "policies", "check", "x"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).endsWith("policies", "check", "x");
    }

    @Test
    void whatARoomDoesIsMeasuredInTheCityAndTheRestInTheBench() throws Exception {
        assertThat(run("bench", "change", "--size", "700", "--json=x").out())
                .containsSequence("bench", "change", "--json=x")
                .contains("--rongyi.demo.size=700", "--rongyi.fresh=true")
                .anyMatch(word -> word.endsWith("rongyi-city.jar"));
        assertThat(run("bench", "lab", "--size=700").out())
                .containsSequence("bench", "lab", "--size=700")
                .contains("--rongyi.demo.size=0");
        assertThat(run("bench", "change").out()).contains("--rongyi.demo.size=100000");
        assertThat(run("bench", "match", "--size", "9").out())
                .containsSequence("bench", "match", "--size", "9")
                .anyMatch(word -> word.endsWith("rongyi-bench.jar"));
    }

    @Test
    void anOptionTakesItsValueAsTheNextWordOrBehindAnEqualsSign() throws Exception {
        assertThat(run("demo", "--port=8123", "--data=d", "--size", "7").out())
                .contains("--server.port=8123", "--rongyi.data=" + folder.resolve("d"), "--rongyi.demo.size=7");
        assertThat(run("import", "registrations", "builds", "--report=r.csv", "--database-url=postgresql://x")
                        .out())
                .contains("--report=" + folder.resolve("r.csv"), "--rongyi.database-url=postgresql://x");
    }

    @ParameterizedTest
    @CsvSource({
        "demo --port=, --port needs a value",
        "demo --port x, --port needs a whole number",
        "demo --port 99999999999999999999, --port is at most",
        "demo --port 0, a port lies between",
        "demo --size 999999999, at most 500000000 business entities",
        "demo --data=, --data needs a value",
        "demo --zzz, does not know (--zzz)",
        "demo --fresh --database-url x, --database-url names another one",
        "demo --city jdk, no city.yaml",
        "import, import takes registrations",
        "import registrations, no file named",
        "import registrations nowhere.csv, there is no file",
        "import registrations jdk, there is no file",
        "import registrations --out d builds, import registrations does not know (--out)",
        "import items builds --out=d, import items does not know (--out)",
        "import guides --zzz builds, import guides does not know (--zzz)",
        "verify builds, nobody is trusted yet",
        "open, there is no command (open)"
    })
    void whatCannotBeIsRefusedBeforeAnythingIsBuilt(String words, String said) throws Exception {
        var run = run(words.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().getFirst()).startsWith("rongyi: ").contains(said);
        assertThat(folder.resolve("builds")).doesNotExist();
    }

    @Test
    void theCitiesAtHandAreNamed() throws Exception {
        assertThat(run("demo", "--city", "jdk").err())
                .anyMatch(line -> line.strip().endsWith("at hand: cities/chengdu cities/first"));
    }

    @Test
    void withoutAHomeTheFolderOfTheDataMustBeNamed() throws Exception {
        var run = ended(start("here/rongyi", Map.of(), "demo"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .containsExactly(
                        "rongyi: there is no HOME to keep the city's data in.", "Maybe name a folder: --data DIR");
        assertThat(ended(start("here/rongyi", Map.of(), "demo", "--data", "d")).code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalDuringABuildEndsTheWholeBuild(String signal, int code) throws Exception {
        write("slow", "");
        var launcher = start("match");
        var building = folder.resolve("building");
        for (int i = 0; i < 600 && (!Files.exists(building) || Files.size(building) == 0); i++) {
            Thread.sleep(50);
        }
        long maven = Long.parseLong(Files.readString(building).strip());
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(launcher.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(ended(launcher).code()).isEqualTo(code);
        var left = ProcessHandle.of(maven);
        if (left.isPresent()) {
            left.get().onExit().get(10, TimeUnit.SECONDS);
        }
        Files.delete(folder.resolve("slow"));
        assertThat(run("match").code()).as("the next build is not disturbed").isZero();
    }

    @Test
    void whereRootMayNotLeaveItsNamesPostgresqlIsStartedAsNobody() throws Exception {
        program("bin/id", "#!/bin/sh\necho 0\n");
        program("bin/unshare", "#!/bin/sh\nexit 1\n");
        program("bin/chown", "#!/bin/sh\necho \"chown $*\"\n");
        program("bin/setpriv", "#!/bin/sh\necho \"setpriv $*\"\n");
        write("jdk/bin/java.says", "unshare -U postgres -D /the/data -p 1");
        var out = run("demo").out();
        assertThat(out).contains("chown -R nobody /the/data");
        assertThat(out.getLast()).startsWith("setpriv --reuid=nobody").endsWith("postgres -D /the/data -p 1");
    }
}
