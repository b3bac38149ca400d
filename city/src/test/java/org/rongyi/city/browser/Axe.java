package org.rongyi.city.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// axe, the checker of accessibility, in the page itself: brought in once a document, and asked only for what is wrong.
/// Its builder for Java brings it in for every check and has it report all that is right as well, which took longer
/// than the checks.
final class Axe {
    private static final String SOURCE = source();

    private static final String RUN = """
            async () => {
              if (typeof axe === 'undefined') return null;
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.flatMap(violation => violation.nodes.map(node =>
                `${violation.id}: ${violation.help}\\n    ${node.html}\\n    ${node.failureSummary}`));
            }""";

    private Axe() {}

    /// Every violation with the element and what would mend it; empty when axe finds nothing.
    static List<String> violations(Page page) {
        Object found = page.evaluate(RUN);
        if (found == null) {
            page.evaluate(SOURCE);
            found = page.evaluate(RUN);
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
