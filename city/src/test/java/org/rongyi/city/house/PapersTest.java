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
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The papers say what is true of the code.
class PapersTest {
    private static final Repository REPOSITORY = Repository.read();
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rongyi.city", "org.rongyi.definitions", "org.rongyi.rules");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]+\\|[^|]+\\|([^|]+)\\|$");
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
