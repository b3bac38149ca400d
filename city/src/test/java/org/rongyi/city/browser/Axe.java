package org.rongyi.city.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// axe, the checker of accessibility, in the page itself: brought in once a document, and asked only for what is wrong.
/// Its builder for Java brings it in for every check and has it report all that is right as well, which took longer
/// than the checks.
final class Axe {
    private static final String SOURCE = source();

    private static final String RUN = """
            async (rules) => {
              if (typeof axe === 'undefined') return null;
              const only = rules ? { runOnly: { type: 'rule', values: rules } } : {};
              const { violations } = await axe.run(document, { resultTypes: ['violations'], ...only });
              return violations.flatMap(violation => violation.nodes.map(node =>
                `${violation.id}: ${violation.help}\\n    ${node.html}\\n    ${node.failureSummary}`));
            }""";

    private Axe() {}

    /// What may be wrong at one width and right at another: frames that scroll, and names of what only one
    /// shows.
    private static final List<String> OF_WIDTH = List.of(
            "scrollable-region-focusable",
            "aria-hidden-focus",
            "button-name",
            "link-name",
            "label",
            "select-name",
            "empty-heading");

    /// At another width than before: only what the width may change.
    static List<String> violationsOfWidth(Page page) {
        return violations(page, OF_WIDTH);
    }

    /// Every violation with the element and what would mend it; empty when axe finds nothing.
    static List<String> violations(Page page) {
        return violations(page, null);
    }

    private static List<String> violations(Page page, @Nullable List<String> rules) {
        Object found = page.evaluate(RUN, rules);
        if (found == null) {
            page.evaluate(SOURCE);
            found = page.evaluate(RUN, rules);
        }
        if (!(found instanceof List<?> all)) {
            throw new IllegalStateException("axe answered (" + found + "), not with a list");
        }
        return all.stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (file == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
