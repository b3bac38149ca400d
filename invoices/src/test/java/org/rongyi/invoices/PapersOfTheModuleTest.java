package org.rongyi.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which rules are covered stands in the README.
class PapersOfTheModuleTest {
    private static final Pattern RULE = Pattern.compile("\\b((?:CN|BR|EN|XML)-(?:[A-Z]+-?)?[0-9]*)(?=[\",])");

    @Test
    void everyRuleThatIsCheckedStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*(\\.java|required\\.csv)"))
                    .toList()) {
                RULE.matcher(Files.readString(file)).results().forEach(found -> rules.add(found.group(1)));
            }
        }
        assertThat(rules).hasSizeGreaterThan(80).contains("CN-13", "BR-CO-10", "BR-IC", "XML-1");
        assertThat(rules).allSatisfy(rule -> assertThat(readme).contains(rule));
    }
}
