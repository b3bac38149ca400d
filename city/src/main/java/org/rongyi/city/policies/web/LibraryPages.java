package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Matches;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The policy library, for everybody.
@Controller
class LibraryPages {
    private static final int PAGE_SIZE = 20;

    private final Policies policies;
    private final Matches matches;

    LibraryPages(Policies policies, Matches matches) {
        this.policies = policies;
        this.matches = matches;
    }

    @GetMapping("/policies")
    String list(Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        LibrarySearch search = LibrarySearch.of(form, page.today());
        if (form.hasFaults()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        List<LibraryEntry> anyKind = search.ofAnyKind(policies, matches.reach(), page.today());
        List<LibraryEntry> found = anyKind.stream().filter(search::ofKind).toList();
        Pager pager = Pager.of(form.value("page"), PAGE_SIZE, found.size(), href(form, "page"));
        model.addAttribute(
                "form",
                form.values(LibrarySearch.ON).isEmpty()
                        ? form.with("on", page.today().toString())
                        : form);
        model.addAttribute("on", search.on());
        model.addAttribute("found", found.subList(pager.offset(), (int) pager.to()));
        model.addAttribute("pager", pager);
        model.addAttribute("kinds", kinds(search, anyKind, form));
        model.addAttribute("filters", LibraryFilters.ALL);
        model.addAttribute("export", "/policies/export.csv" + query(href(form, "page")));
        model.addAttribute("known", policies.all().size());
        model.addAttribute("counting", matches.reach() instanceof CityReach.BeingPrepared);
        return "jte:policies/list";
    }

    private static List<KindCount> kinds(LibrarySearch search, List<LibraryEntry> entries, Form form) {
        String href = href(form, "page", "kind");
        List<KindCount> kinds = new ArrayList<>();
        kinds.add(new KindCount(new Words("全部", "All"), entries.size(), href, search.kind() == null));
        for (PolicyDefinition.Kind kind : PolicyDefinition.Kind.values()) {
            long count = entries.stream()
                    .filter(entry -> entry.policy().kind() == kind)
                    .count();
            String chosen = href + (href.contains("?") ? "&" : "?") + "kind=" + kind.name();
            kinds.add(new KindCount(kind.words(), count, chosen, search.kind() == kind));
        }
        return kinds;
    }

    /// The address of the list with its filters, without some of them.
    private static String href(Form form, String... without) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/policies");
        for (String name : List.of("q", "on", "field", "kind", "mode", "level")) {
            boolean sent = !form.values(name).isEmpty()
                    && (name.equals("on") || !form.value(name).isEmpty());
            if (sent && !List.of(without).contains(name)) {
                address.queryParam(name, "{" + name + "}");
            }
        }
        return address.encode()
                .buildAndExpand(Map.of(
                        "q", form.value("q"),
                        "on", form.value("on"),
                        "field", form.value("field"),
                        "kind", form.value("kind"),
                        "mode", form.value("mode"),
                        "level", form.value("level")))
                .toUriString();
    }

    private static String query(String href) {
        return href.contains("?") ? href.substring(href.indexOf('?')) : "";
    }

    @GetMapping("/policies/export.csv")
    void export(Page page, HttpServletRequest request, HttpServletResponse response) {
        LibrarySearch search = LibrarySearch.of(Form.of(request), page.today());
        List<LibraryEntry> found = search.ofAnyKind(policies, matches.reach(), page.today()).stream()
                .filter(search::ofKind)
                .toList();
        LibraryCsv.write(found, page.today(), response);
    }

    @GetMapping("/policies/{id}")
    String one(
            Optional<Acting> acting,
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version,
            HttpServletResponse response,
            Model model) {
        Optional<PolicyDefinition> policy = policies.find(id);
        Optional<PolicyVersion> shown = policy.flatMap(found -> shown(found, version, page.today()));
        if (policy.isEmpty() || shown.isEmpty()) {
            return notFound(id, response, model);
        }
        Optional<PolicyVersion> law = policies.text(policy.get(), page.today());
        model.addAttribute("policy", policy.get());
        model.addAttribute("version", shown.get());
        model.addAttribute("law", law.orElse(null));
        model.addAttribute("verify", PolicyWords.verify(shown.get()));
        model.addAttribute("group", group(policy.get(), page.today()));
        model.addAttribute("reach", matches.reach());
        model.addAttribute("checkHref", checkHref(acting, policy.get()));
        return "jte:policies/policy";
    }

    private Optional<PolicyVersion> shown(PolicyDefinition policy, String version, LocalDate today) {
        if (version.isEmpty()) {
            return policies.text(policy, today).or(() -> Optional.of(PolicyWords.latest(policy)));
        }
        return policy.versions().stream()
                .filter(text -> text.version().equals(version))
                .findFirst();
    }

    /// The other policies of which a firm gets only one.
    private List<PolicyDefinition> group(PolicyDefinition policy, LocalDate today) {
        return policies.inForce(today).stream()
                .filter(other -> policy.exclusiveGroup() != null
                        && policy.exclusiveGroup().equals(other.exclusiveGroup())
                        && !other.id().equals(policy.id()))
                .toList();
    }

    /// Whoever acts for a firm sees its verdict; everybody else answers questions.
    private static String checkHref(Optional<Acting> acting, PolicyDefinition policy) {
        boolean firm = acting.filter(person -> person.mandate() != null).isPresent();
        return firm ? "/home/policies/" + policy.id() : "/check?policy=" + policy.id();
    }

    private static String notFound(String id, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "error",
                PageError.notFound(
                        new Words("政策库里没有“" + id + "”这个编号或版本。", "The library has no policy or version “" + id + "”."),
                        new Words("按名称找，或者按类别看。", "Look for it by name or by kind."),
                        Link.of("看政策库", "See all policies", "/policies")));
        return "jte:ui/error";
    }
}
