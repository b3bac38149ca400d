package org.rongyi.city.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TidyTest {
    private static final Repository REPOSITORY = Repository.read();
    private static final String JTE = "city/src/main/jte/";
    private static final String CSS = "city/src/main/resources/static/css/";
    private static final String MIGRATIONS = "city/src/main/resources/db/";

    @Test
    void everyFileOfTheRepositoryIsTidy() {
        List<String> faults = new ArrayList<>();
        REPOSITORY.forEach((path, text) -> faults.addAll(Tidy.faults(path, text, REPOSITORY::java)));
        assertThat(faults).isEmpty();
    }

    @Test
    void theWholeRepositoryIsRead() {
        assertThat(REPOSITORY.paths("", ""))
                .contains("rongyi", ".ci/run", "pom.xml", "README.md", "rules/pom.xml", "city/pom.xml");
        assertThat(REPOSITORY.paths("city/src/test/", "TidyTest.java")).hasSize(1);
    }

    static Stream<Arguments> plantedFaults() {
        String longLine = "x".repeat(121);
        String longFile = "// a\n".repeat(401);
        String longFunction = "class A {\n  void f() {\n" + "    g();\n".repeat(60) + "  }\n}\n";
        return Stream.of(
                Arguments.of("a/A.java", "// " + longLine + "\n", "longer than 120"),
                Arguments.of("a/a.jte", longLine + "\n", "longer than 120"),
                Arguments.of("a/A.java", longFile, "401 lines"),
                Arguments.of("rongyi", longFile, "401 lines"),
                Arguments.of("a/A.java", longFunction, "function f has 62 lines"),
                Arguments.of("a/a.sql", "-- TO" + "DO later\n", "unfinished work"),
                Arguments.of("a/a.md", "see /wor" + "k/shared/x\n", "a path of one machine"),
                Arguments.of("a/a.xml", "<url>https://repo1.maven" + ".org/x</url>\n", "package registry"),
                Arguments.of("a/a.md", "written by Chat" + "GPT\n", "a tool"),
                Arguments.of("a/a.yaml", "id: a \n", "trailing space"),
                Arguments.of("a/a.css", "\ta {}\n", "a tab"),
                Arguments.of("a/a.md", "end", "no end"),
                Arguments.of("a/a.md", "one\r\n", "CR"),
                Arguments.of("a/src/main/A.java", "class A { String city = \"成都\"; }\n", "names one city"),
                Arguments.of("a/A.java", "@Dis" + "abled class A {}\n", "not running"));
    }

    @ParameterizedTest
    @MethodSource("plantedFaults")
    void aPlantedFaultIsFound(String path, String text, String what) {
        assertThat(Tidy.faults(path, text, java -> JavaSource.parse(java, text)))
                .anySatisfy(fault -> assertThat(fault).startsWith(path).contains(what));
    }

    @Test
    void everyTemplateIsUsed() {
        List<String> users = Stream.concat(
                        REPOSITORY.paths("city/src/main/java/", ".java").stream(),
                        REPOSITORY.paths(JTE, ".jte").stream())
                .map(REPOSITORY::text)
                .toList();
        assertThat(unusedTemplates(REPOSITORY.paths(JTE, ".jte"), users)).isEmpty();
    }

    @Test
    void aTemplateThatNobodyUsesIsFound() {
        List<String> templates = List.of(JTE + "room/used.jte", JTE + "room/part.jte", JTE + "room/left-over.jte");
        List<String> users = List.of("return \"jte:room/used\";", "@template.room.part(page = page)");
        assertThat(unusedTemplates(templates, users)).containsExactly("room/left-over");
    }

    private static List<String> unusedTemplates(List<String> templates, List<String> users) {
        return templates.stream()
                .map(path -> path.substring(JTE.length(), path.length() - ".jte".length()))
                .filter(name -> {
                    String dotted = name.replace('/', '.');
                    Pattern use = Pattern.compile("\"(jte:)?" + Pattern.quote(name) + "(\\.jte)?\"|@template\\."
                            + Pattern.quote(dotted) + "\\b");
                    return users.stream()
                            .filter(text -> text.contains(name) || text.contains(dotted))
                            .noneMatch(text -> use.matcher(text).find());
                })
                .toList();
    }

    /// Classes of GOV.UK Frontend are dressed whether a page uses them today or not; ours are.
    @Test
    void everyClassOfOurStylesheetsIsUsed() {
        List<String> styles =
                REPOSITORY.paths(CSS, ".css").stream().map(REPOSITORY::text).toList();
        List<String> users = Stream.concat(
                        REPOSITORY.paths("city/src/main/java/", ".java").stream(),
                        REPOSITORY.paths(JTE, ".jte").stream())
                .map(REPOSITORY::text)
                .toList();
        assertThat(unusedClasses(styles, users)).isEmpty();
    }

    @Test
    void aClassThatNobodyUsesIsFound() {
        List<String> styles =
                List.of("@media print {\n  .ry-a > .ry-b,\n  .ry-left-over {\n  margin: 1.5em;\n }\n}\n.m1 {}\n");
        List<String> users = List.of("<p class=\"ry-a ry-b\">", "String style = \"m\" + shade;", "// ry-left-overs");
        assertThat(unusedClasses(styles, users)).containsExactly("ry-left-over");
    }

    private static final Pattern SELECTOR = Pattern.compile("(?s)/\\*.*?\\*/|([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.(-?[a-zA-Z][\\w-]*)");
    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    /// The beginning of a name whose end is computed: `"m" + shade`, `ry-${…}`.
    private static final Pattern BEGINNING = Pattern.compile("\"(?:[\\w -]* )?([\\w-]+)\" \\+|([\\w-]+)\\$\\{");

    private static Set<String> unusedClasses(List<String> styles, List<String> users) {
        Set<String> unused = new TreeSet<>();
        for (String style : styles) {
            SELECTOR.matcher(style)
                    .results()
                    .flatMap(found -> Stream.ofNullable(found.group(1)))
                    .flatMap(selector -> CLASS.matcher(selector).results())
                    .map(found -> found.group(1))
                    .filter(name -> !name.startsWith("govuk-"))
                    .forEach(unused::add);
        }
        for (String user : users) {
            WORD.matcher(user).results().forEach(word -> unused.remove(word.group()));
            BEGINNING.matcher(user).results().forEach(found -> {
                String beginning = found.group(1) == null ? found.group(2) : found.group(1);
                unused.removeIf(name -> name.startsWith(beginning));
            });
        }
        return unused;
    }

    /// Schemas are named after rooms; a room's statements name no schema but its own.
    @Test
    void everyRoomSpeaksSqlOnlyToItsOwnTables() {
        List<String> faults = new ArrayList<>();
        for (String path : REPOSITORY.paths("city/src/main/java/org/rongyi/city/", ".java")) {
            String room = path.substring("city/src/main/java/org/rongyi/city/".length())
                    .replaceFirst("/.*", "");
            REPOSITORY
                    .java(path)
                    .texts()
                    .forEach(text -> foreignTables(room, text).forEach(table -> faults.add(path + ": " + table)));
        }
        for (String path : REPOSITORY.paths(MIGRATIONS, ".sql")) {
            foreignTables(room(path), REPOSITORY.text(path)).forEach(table -> faults.add(path + ": " + table));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aStatementThatReachesIntoAnotherRoomIsFound() {
        String join = "select m.id from policies.match m join enterprises.fact f on f.firm = m.firm";
        assertThat(foreignTables("policies", join)).containsExactly("enterprises.fact");
        assertThat(foreignTables("policies", "the room enterprises.fact is not asked"))
                .isEmpty();
        Stream<String> rooms = REPOSITORY.paths(MIGRATIONS, ".sql").stream().map(TidyTest::room);
        assertThat(rooms.distinct())
                .contains("services", "identity")
                .allSatisfy(room -> assertThat(foreignTables("nobody", "delete from " + room + ".a_table"))
                        .containsExactly(room + ".a_table"));
    }

    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\b(select\\b.*\\bfrom|insert into|update\\b.*\\bset|delete from|merge into|create (table|index|view)"
                    + "|alter table|references|copy|truncate|with\\b.*\\bas)\\b");

    /// Every room that has migrations has tables.
    private static final Pattern TABLE = Pattern.compile(REPOSITORY.paths(MIGRATIONS, ".sql").stream()
            .map(TidyTest::room)
            .distinct()
            .collect(Collectors.joining("|", "\\b(", ")\\.([a-z_]+)\\b")));

    private static String room(String migration) {
        return migration.substring(MIGRATIONS.length()).replaceFirst("/.*", "");
    }

    private static List<String> foreignTables(String room, String text) {
        if (!STATEMENT.matcher(text).find()) {
            return List.of();
        }
        List<String> foreign = new ArrayList<>();
        Matcher tables = TABLE.matcher(text.toLowerCase(Locale.ROOT));
        while (tables.find()) {
            if (!tables.group(1).equals(room)) {
                foreign.add(tables.group());
            }
        }
        return foreign;
    }
}
