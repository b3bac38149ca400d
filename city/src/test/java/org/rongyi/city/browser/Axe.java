package org.rongyi.city.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /// Looks of texts whose contrast was asked about and is enough.
    private static final Set<String> LOOKS = ConcurrentHashMap.newKeySet();

    private static final String RUN = """
            async ([where, options]) => {
              if (typeof axe === 'undefined') return null;
              const context = where ? { include: where.map(i => window.rongyiTexts[i]) } : document;
              const { violations, passes } = await axe.run(context, { resultTypes: ['violations'], ...options });
              return {
                wrong: violations.flatMap(violation => violation.nodes.map(node =>
                  `${violation.id}: ${violation.help}\\n    ${node.html}\\n    ${node.failureSummary}`)),
                right: !where ? [] : passes.flatMap(rule => rule.nodes.map(node =>
                  window.rongyiTexts.indexOf(node.element)))
              };
            }""";

    private static final String CONTRAST = "color-contrast";
    private static final Map<String, Object> ALL_BUT_CONTRAST =
            Map.of("rules", Map.of(CONTRAST, Map.of("enabled", false)));
    private static final Map<String, Object> ONLY_CONTRAST = Map.of(
            "runOnly", Map.of("type", "rule", "values", List.of(CONTRAST)),
            "resultTypes", List.of("violations", "passes"),
            "elementRef", true);

    /// @param right numbers of the texts, of those asked about, that are right
    private record Answer(List<String> wrong, List<Integer> right) {}

    /// Texts on show by their look, kept on the page for the question that follows. A text that leaves the box
    /// that is painted behind it, or lies over others, has a look of its own on every page: null. Of a single sign
    /// axe says nothing.
    private static final String LOOKS_ON_SHOW = """
            () => {
              const whole = e => e.tagName + '.' + e.getAttribute('class');
              const painted = new Map();
              const around = e => {
                if (e === null) return { look: '', box: null, over: false };
                if (painted.has(e)) return painted.get(e);
                const outer = around(e.parentElement);
                const s = getComputedStyle(e);
                const paints = s.backgroundColor !== 'rgba(0, 0, 0, 0)' || s.backgroundImage !== 'none';
                const changes = s.opacity !== '1' || s.filter !== 'none' || s.mixBlendMode !== 'normal';
                const own = paints || changes
                  ? [whole(e), s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode] + '>' : '';
                const moved = !['static', 'relative'].includes(s.position)
                  || s.position === 'relative' && [s.top, s.left].some(v => v !== 'auto' && v !== '0px')
                  || s.transform !== 'none' || parseFloat(s.marginTop) < 0;
                const known = { look: outer.look + own, box: paints ? e.getBoundingClientRect() : outer.box,
                  over: outer.over || moved };
                painted.set(e, known);
                return known;
              };
              const inside = (r, box) => box === null || r.left >= box.left - 1 && r.right <= box.right + 1
                && r.top >= box.top - 1 && r.bottom <= box.bottom + 1;
              const looks = [];
              const texts = window.rongyiTexts = [];
              for (const e of document.body.querySelectorAll('*')) {
                const field = ['INPUT', 'SELECT', 'TEXTAREA'].includes(e.tagName);
                const says = [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE)
                  .map(n => n.data).join('').trim().length > 1;
                if (!field && !says || !e.checkVisibility({ visibilityProperty: true })) continue;
                const r = e.getBoundingClientRect();
                if (r.width <= 1 || r.height <= 1) continue;
                const s = getComputedStyle(e);
                const behind = around(e);
                const off = (e.closest('label')?.control ?? e).disabled || !!e.closest('[aria-disabled="true"]');
                texts.push(e);
                looks.push(behind.over || !inside(r, behind.box) ? null : [behind.look, whole(e), e.type, off,
                  s.color, s.webkitTextFillColor, s.fontSize, s.fontWeight, s.textShadow].join(' '));
              }
              return looks;
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
        return run(page, city, null, Map.of("runOnly", Map.of("type", "rule", "values", OF_WIDTH)))
                .wrong();
    }

    /// Every violation with the element and what would mend it; empty when axe finds nothing.
    ///
    /// Contrast takes as long as everything else together, so it is asked once a look: of texts in the same colour
    /// and size, of the same class, on elements of the same classes that are painted alike. A look that axe did not
    /// find right is asked about on the next page as well.
    ///
    /// @param city its address
    static List<String> violations(Page page, String city) {
        List<String> found =
                new ArrayList<>(run(page, city, null, ALL_BUT_CONTRAST).wrong());
        List<@Nullable String> looks = looks(page);
        Set<String> fresh = new HashSet<>();
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            String look = looks.get(i);
            if (look == null || !LOOKS.contains(look) && fresh.add(look)) {
                asked.add(i);
            }
        }
        if (!asked.isEmpty()) {
            Answer contrast = run(page, city, asked, ONLY_CONTRAST);
            for (int right : contrast.right()) {
                String look = right < 0 ? null : looks.get(right);
                if (look != null) {
                    LOOKS.add(look);
                }
            }
            found.addAll(contrast.wrong());
        }
        return found;
    }

    private static List<@Nullable String> looks(Page page) {
        List<@Nullable String> looks = new ArrayList<>();
        if (page.evaluate(LOOKS_ON_SHOW) instanceof List<?> all) {
            all.forEach(look -> looks.add(look instanceof String text ? text : null));
        }
        return looks;
    }

    /// @param where numbers of the texts that are asked about; null for the whole page
    private static Answer run(Page page, String city, @Nullable List<Integer> where, Map<String, Object> options) {
        List<@Nullable Object> asked = new ArrayList<>();
        asked.add(where);
        asked.add(options);
        Object found = page.evaluate(RUN, asked);
        if (found == null) {
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(city + PATH));
            found = page.evaluate(RUN, asked);
        }
        if (!(found instanceof Map<?, ?> answer
                && answer.get("wrong") instanceof List<?> wrong
                && answer.get("right") instanceof List<?> right)) {
            throw new IllegalStateException("axe answered (" + found + "), not with what is wrong and right");
        }
        return new Answer(
                wrong.stream().map(String::valueOf).toList(),
                right.stream().map(i -> Integer.valueOf(String.valueOf(i))).toList());
    }
}
