package org.rongyi.city.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// axe, the checker of accessibility, in the page itself: brought in as one of the city's own scripts, which
/// the browser keeps compiled, and asked only for what is wrong. Its builder for Java sends it along with every
/// check and has it report all that is right as well, which took longer than the checks.
final class Axe {
    static final String PATH = "/js/axe.min.js";

    /// Structures of pages that were asked about.
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private static final String RUN = """
            async (rules) => {
              if (typeof axe === 'undefined') return null;
              const only = rules ? { runOnly: { type: 'rule', values: rules } } : {};
              const { violations } = await axe.run(document, { resultTypes: ['violations'], ...only });
              return violations.flatMap(violation => violation.nodes.map(node =>
                `${violation.id}: ${violation.help}\\n    ${node.html}\\n    ${node.failureSummary}`));
            }""";

    private static final String STRUCTURE = """
            () => {
              const KEPT = ['class', 'role', 'type', 'scope', 'tabindex', 'hidden', 'open', 'disabled'];
              const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
              const ids = new Map();
              for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) ?? 0) + 1);
              const attribute = (name, value) => {
                if (name === 'id') return 'id' + ids.get(value);
                if (REFERENCES.includes(name)) {
                  return name + value.split(/\\s+/).map(id => ids.has(id) ? 1 : 0);
                }
                const whole = KEPT.includes(name) || name.startsWith('aria-') && value.length < 6;
                return name + '=' + (whole ? value : value.trim() === '' ? 0 : 1);
              };
              const built = node => {
                if (node.nodeType === Node.TEXT_NODE) return node.data.trim() === '' ? '' : 't';
                if (node.nodeType !== Node.ELEMENT_NODE || node.tagName === 'SCRIPT') return '';
                const attributes = [...node.attributes].map(a => attribute(a.name, a.value)).sort();
                const parts = [];
                for (const child of node.childNodes) {
                  const part = built(child);
                  if (part !== '' && part !== parts.at(-1)) parts.push(part);
                }
                return '<' + node.tagName + ' ' + attributes + '>' + parts.join('') + '</>';
              };
              return built(document.documentElement);
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

    /// Whether a page built like this one was asked about before; from now on it was.
    ///
    /// Built alike: the same elements with the same classes, states and roles in the same order, each attribute
    /// and each text there or empty, each reference leading somewhere or not; alike rows of a list count once.
    /// What they say does not matter: a page's second language, or its list with another line, is not asked about
    /// again.
    static boolean hasSeen(Page page) {
        return !SEEN.add(String.valueOf(page.evaluate(STRUCTURE)));
    }

    /// At another width than before: only what the width may change.
    static List<String> violationsOfWidth(Page page, String city) {
        return violations(page, city, OF_WIDTH);
    }

    /// Every violation with the element and what would mend it; empty when axe finds nothing.
    ///
    /// @param city its address
    static List<String> violations(Page page, String city) {
        return violations(page, city, null);
    }

    private static List<String> violations(Page page, String city, @Nullable List<String> rules) {
        Object found = page.evaluate(RUN, rules);
        if (found == null) {
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(city + PATH));
            found = page.evaluate(RUN, rules);
        }
        if (!(found instanceof List<?> all)) {
            throw new IllegalStateException("axe answered (" + found + "), not with a list");
        }
        return all.stream().map(String::valueOf).toList();
    }
}
