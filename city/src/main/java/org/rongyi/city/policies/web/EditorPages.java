package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.policies.PolicyEditor;
import org.rongyi.city.policies.Trials;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.rongyi.rules.column.RuleSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// The policy editor's desk: the policies as they count, and a box to try a rule.
@Controller
class EditorPages {
    private static final int LONGEST_RULE = 4_000;
    private static final int PAGE_SIZE = 50;
    private static final String RULE = "rule";

    private final Policies policies;
    private final Matches matches;
    private final Trials trials;
    private final Elements elements;
    private final PolicyEditor editor;

    EditorPages(Policies policies, Matches matches, Trials trials, Elements elements, PolicyEditor editor) {
        this.policies = policies;
        this.matches = matches;
        this.trials = trials;
        this.elements = elements;
        this.editor = editor;
    }

    @GetMapping("/editor")
    String desk(HttpServletRequest request, Page page, Model model) {
        Form form = Form.of(request);
        CityReach reach = matches.reach();
        Map<String, CityReach.Shown> reached = PolicyWords.reach(reach);
        List<PolicyDefinition> all = policies.all();
        List<PolicyDefinition> found =
                all.stream().filter(policy -> names(policy, form.value("q"))).toList();
        String href = form.value("q").isEmpty()
                ? "/editor"
                : UriComponentsBuilder.fromPath("/editor")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(form.value("q"))
                        .toUriString();
        Pager pager = Pager.of(form.value("page"), PAGE_SIZE, found.size(), href);
        List<EditorEntry> entries = new ArrayList<>();
        for (PolicyDefinition policy : found.subList(pager.offset(), (int) pager.to())) {
            PolicyVersion today = policies.text(policy, page.today()).orElse(null);
            entries.add(new EditorEntry(
                    policy,
                    editor.onPage(policy.id()) ? null : fileName(policy),
                    today,
                    PolicyWords.verify(today == null ? PolicyWords.latest(policy) : today),
                    today == null ? List.of() : slow(today.rule()),
                    reached.get(policy.id())));
        }
        model.addAttribute("form", form);
        model.addAttribute("pager", pager);
        model.addAttribute("many", all.size() > PAGE_SIZE);
        model.addAttribute("entries", entries);
        model.addAttribute("reach", reach);
        model.addAttribute("aside", editor.putAside());
        return "jte:policies/editor";
    }

    /// By number or title, in either language.
    private static boolean names(PolicyDefinition policy, String sought) {
        String all =
                policy.id() + " " + policy.title().zh() + " " + policy.title().en();
        return all.toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT));
    }

    private static String fileName(PolicyDefinition policy) {
        return String.valueOf(Path.of(policy.place().file()).getFileName());
    }

    private static List<String> slow(Rule rule) {
        return RuleSet.of(List.of(rule)).slow().stream()
                .map(RuleSet.Slow::reason)
                .toList();
    }

    @GetMapping("/editor/try")
    String box(Model model) {
        return show(Form.empty(), model);
    }

    @PostMapping("/editor/try")
    String attempt(HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String text = form.value(RULE).replace("\r\n", "\n");
        if (text.isEmpty() || text.length() > LONGEST_RULE) {
            form.reject(RULE, "写一条规则，最多 4,000 个字符", "Write a rule of at most 4,000 characters");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, model);
        }
        switch (elements.compiler().condition(text)) {
            case Compilation.Compiled(var rule)
            when !trials.pointers(rule).isEmpty() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                form.reject(RULE, pointing(trials.pointers(rule)));
            }
            case Compilation.Rejected(var faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                form.reject(RULE, "规则有 " + faults.size() + " 处错", "The rule has " + faults.size() + " fault(s)");
                model.addAttribute(
                        "problems",
                        faults.stream()
                                .map(fault -> RuleProblem.of(fault, text))
                                .toList());
            }
            case Compilation.Compiled(var rule) -> {
                Trials.Trial trial = trials.count(rule);
                model.addAttribute("trial", trial);
                model.addAttribute("counts", counts(trial));
                model.addAttribute("slow", slow(rule));
                model.addAttribute("reads", reads(rule));
            }
        }
        return show(form, model);
    }

    /// Met, need to know, not met: an editor, too, must not learn what one firm is.
    private static List<@Nullable Long> counts(Trials.Trial trial) {
        return switch (trial) {
            case Trials.Trial.Busy() -> List.of();
            case Trials.Trial.Counted counted -> {
                List<@Nullable Long> told = new ArrayList<>();
                told.add(LabFigures.told(counted.holds()));
                told.add(LabFigures.told(counted.unknown()));
                told.add(LabFigures.told(counted.fails()));
                yield told;
            }
        };
    }

    static Words pointing(List<ElementDefinition> pointers) {
        String zh = pointers.stream().map(each -> each.name().zh()).collect(Collectors.joining("、"));
        String en = pointers.stream().map(each -> each.name().en()).collect(Collectors.joining(", "));
        return new Words(zh + "能指到某一家企业，试规则时不能用", "“" + en + "” can point at one firm, so a trial must not read it");
    }

    private List<ElementDefinition> reads(Rule rule) {
        return rule.elements().stream()
                .flatMap(id -> elements.find(id).stream())
                .toList();
    }

    private static String show(Form form, Model model) {
        model.addAttribute("form", form);
        return "jte:policies/editor-try";
    }
}
