package org.rongyi.city.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The papers say what is true of the code.
class PapersTest {
    private static final Repository REPOSITORY = Repository.read();
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "org.rongyi.city",
                    "org.rongyi.definitions",
                    "org.rongyi.rules",
                    "org.rongyi.texts",
                    "org.rongyi.invoices");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]+\\|[^|]+\\|([^|]+)\\|$");
    private static final String CITY = "city/src/main/java/org/rongyi/city/";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everyNameInTheGlossaryIsANameInTheCode() {
        assertThat(unknownNames(REPOSITORY.text("docs/GLOSSARY.md"))).isEmpty();
    }

    @Test
    void aNameThatTheCodeDoesNotHaveIsFound() {
        assertThat(unknownNames("| 某物 | something | `NoSuchThing` |\n")).containsExactly("NoSuchThing");
    }

    @Test
    void theGlossaryIsReadAtAll() {
        assertThat(names(REPOSITORY.text("docs/GLOSSARY.md")))
                .hasSizeGreaterThan(50)
                .contains("Portrait", "AUTO");
    }

    /// So that a stranger finds any room, and its door, from one page.
    @Test
    void theCodeMapNamesEveryRoomAndEveryDoor() {
        String map = REPOSITORY.text("docs/ARCHITECTURE.md");
        Set<String> missing = new TreeSet<>();
        HOUSE.stream()
                .filter(type -> type.getPackageName().matches("org\\.rongyi\\.city\\.\\w+"))
                .filter(type -> type.isInterface() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass() && !type.isAnnotation())
                .filter(type -> !type.reflect().isSealed()) // a result, not a door
                .filter(type -> !map.contains("`" + type.getSimpleName() + "`"))
                .forEach(type -> missing.add(type.getFullName()));
        HOUSE.stream()
                .map(type -> type.getPackageName().replaceFirst("^org\\.rongyi\\.city\\.(\\w+).*$", "$1"))
                .filter(room -> room.matches("\\w+") && !map.contains("\n| " + room + " |"))
                .forEach(room -> missing.add("room " + room));
        assertThat(missing).isEmpty();
    }

    /// A room's door is more than its interfaces: whatever another room must know to use it.
    @Test
    void theCodeMapNamesEveryTypeThatAnotherRoomUses() {
        assertThat(unnamed(REPOSITORY.text("docs/ARCHITECTURE.md"))).isEmpty();
        assertThat(unnamed("")).contains("`Portrait` of enterprises", "`Pager` of ui");
    }

    private static Set<String> unnamed(String map) {
        Pattern used =
                Pattern.compile("(?m)^import (?:static )?org\\.rongyi\\.city\\.(\\w+)\\.(?:[a-z]\\w*\\.)*([A-Z]\\w*)");
        Set<String> unnamed = new TreeSet<>();
        for (String path : REPOSITORY.paths(CITY, ".java")) {
            String room = path.substring(CITY.length()).replaceFirst("/.*", "");
            used.matcher(REPOSITORY.text(path))
                    .results()
                    .filter(found -> !found.group(1).equals(room))
                    .filter(found -> !map.contains("`" + found.group(2) + "`"))
                    .forEach(found -> unnamed.add("`" + found.group(2) + "` of " + found.group(1)));
        }
        return unnamed;
    }

    /// What lies beside `web` in a room is easily overlooked.
    @Test
    void theCodeMapNamesEveryInnerPartOfARoom() {
        String map = REPOSITORY.text("docs/ARCHITECTURE.md");
        Set<String> parts = new TreeSet<>();
        HOUSE.forEach(type -> parts.add(type.getPackageName().replace("org.rongyi.city.", "")));
        parts.removeIf(part -> !part.matches("\\w+\\.\\w+") || part.endsWith(".web") || part.startsWith("org."));
        assertThat(parts)
                .contains("enterprises.registrations")
                .allSatisfy(part -> assertThat(map).contains("`" + part + "`"));
    }

    @Test
    void everySettingThatTheCodeReadsIsExplainedInTheSettings() {
        String settings = REPOSITORY.text("city/src/main/resources/application.yaml");
        Set<String> unexplained = new TreeSet<>();
        for (String path : REPOSITORY.paths(CITY, ".java")) {
            unexplained.addAll(unexplained(REPOSITORY.text(path), settings));
        }
        assertThat(unexplained).isEmpty();
    }

    @Test
    void aSettingThatIsExplainedNowhereIsFound() {
        String settings =
                "rongyi:\n  # Units.\n  demo:\n    size: 0\n  reach.pause: 30s\n  # rongyi.command: never set\n";
        String code = """
                @Value("${rongyi.demo.size:0}") @Value("${rongyi.reach.pause}") @ConfigurationProperties("rongyi.demo")
                get("rongyi.command") @Value("${rongyi.demo.seed:1}") @ConfigurationProperties("rongyi.near")
                """;
        assertThat(unexplained(code, settings)).containsExactly("rongyi.demo.seed", "rongyi.near");
    }

    private static Set<String> unexplained(String code, String settings) {
        Set<String> known = settings(settings);
        return Pattern.compile("\"(?:\\$\\{)?(rongyi\\.[a-z.-]+)[\":}]")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .filter(name -> known.stream().noneMatch(each -> each.equals(name) || each.startsWith(name + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The full names of the keys, also of one that a comment explains because a file must not set it.
    private static Set<String> settings(String yaml) {
        Set<String> names = new TreeSet<>();
        TreeMap<Integer, String> above = new TreeMap<>();
        Pattern key = Pattern.compile("( *)(# )?([a-z][\\w.-]*):.*");
        for (String line : yaml.lines().toList()) {
            var found = key.matcher(line);
            if (!found.matches()) {
                continue;
            }
            if (found.group(2) != null) {
                names.add(found.group(3));
                continue;
            }
            above.tailMap(found.group(1).length(), true).clear();
            above.put(found.group(1).length(), found.group(3));
            names.add(String.join(".", above.values()));
        }
        return names;
    }

    @Test
    void everyLinkInThePapersLeadsSomewhere() {
        Set<String> broken = new TreeSet<>();
        Pattern link = Pattern.compile("\\]\\(([^)#: ]+)(#[^)]*)?\\)");
        for (String paper : REPOSITORY.paths("", ".md")) {
            link.matcher(REPOSITORY.text(paper))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(target -> {
                        if (!Files.exists(Repository.ROOT.resolve(paper).resolveSibling(target))) {
                            broken.add(paper + " → " + target);
                        }
                    });
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> names(String glossary) {
        return ROW.matcher(glossary)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .toList();
    }

    private static List<String> unknownNames(String glossary) {
        Set<String> known = new TreeSet<>();
        HOUSE.forEach(type -> {
            known.add(type.getSimpleName());
            type.getMethods().forEach(method -> known.add(method.getName()));
            type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                    .map(JavaField::getName)
                    .forEach(known::add);
        });
        Pattern id = Pattern.compile("(?m)^- id: (\\w+)");
        id.matcher(REPOSITORY.text("definitions/src/main/resources/org/rongyi/definitions/elements.yaml"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(known::add);
        return names(glossary).stream().filter(name -> !known.contains(name)).toList();
    }
}
