package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.portal.web.Findable.Kind;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Nearest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One field finds everything. What is typed is never stored.
@Controller
class SearchPage {
    private static final int SHOWN = 12;
    private static final int SHOWN_WHEN_PARTIAL = 5;

    private final Findables findables;
    private final Subjects subjects;
    private final Finder finder;

    SearchPage(Findables findables, Subjects subjects, Synonyms synonyms) {
        this.findables = findables;
        this.subjects = subjects;
        this.finder = new Finder(synonyms);
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Page page, Model model) {
        SearchText typed = SearchText.of(q);
        List<Findable> all = new ArrayList<>(findables.all(page));
        if (!typed.isEmpty()) {
            all.addAll(findables.named(page, typed));
        }
        Finder.Found found = finder.find(typed, all);
        Map<Kind, List<Finder.Hit>> byKind = new LinkedHashMap<>();
        found.hits()
                .forEach(hit -> byKind.computeIfAbsent(hit.what().kind(), _ -> new ArrayList<>())
                        .add(hit));
        List<SearchGroup> groups = new ArrayList<>();
        byKind.forEach((kind, hits) -> groups.add(group(page, kind, hits, found.exact() ? SHOWN : SHOWN_WHEN_PARTIAL)));
        model.addAttribute("q", q.strip());
        model.addAttribute("asked", !typed.isEmpty());
        model.addAttribute("exact", found.exact());
        model.addAttribute("total", found.hits().size());
        model.addAttribute("groups", groups);
        model.addAttribute("meant", found.hits().isEmpty() ? meant(page, q, all).orElse("") : "");
        model.addAttribute("subjects", subjects.of(page));
        return "jte:portal/search";
    }

    private static SearchGroup group(Page page, Kind kind, List<Finder.Hit> hits, int shown) {
        List<SearchGroup.Line> lines =
                hits.stream().limit(shown).map(hit -> line(page, hit)).toList();
        return kind.group(page, hits.size(), lines);
    }

    private static SearchGroup.Line line(Page page, Finder.Hit hit) {
        return new SearchGroup.Line(
                Piece.of(page.say(hit.what().title()), hit.marks()),
                hit.what().note(),
                hit.what().href(),
                hit.snippet() == null ? List.of() : Piece.around(page.say(hit.snippet()), hit.marks()));
    }

    /// The title that was maybe meant.
    private static Optional<String> meant(Page page, String typed, List<Findable> all) {
        return Nearest.to(
                typed.strip(), all.stream().map(what -> page.say(what.title())).toList());
    }
}
