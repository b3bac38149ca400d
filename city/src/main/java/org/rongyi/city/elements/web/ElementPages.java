package org.rongyi.city.elements.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.PageError;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Compilation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What each data element means, for everybody: a rule can be understood only with its words.
@Controller
class ElementPages {
    private static final String DERIVED = "derived";
    private static final String SELF = "self";

    private final Elements elements;

    ElementPages(Elements elements) {
        this.elements = elements;
    }

    @GetMapping("/elements")
    String list(HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        List<ElementDefinition> found = elements.all().stream()
                .filter(element -> matches(element, form))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("total", elements.all().size());
        model.addAttribute("sources", sources());
        model.addAttribute(
                "sensitivities",
                Arrays.stream(ElementDefinition.Sensitivity.values())
                        .map(mark -> Option.of(mark.name(), ElementWords.sensitivity(mark)))
                        .toList());
        model.addAttribute(
                "kinds",
                List.of(
                        Option.of(DERIVED, "系统算出来的", "derived by a formula"),
                        Option.of(SELF, "企业可以自己填的", "which a firm may supply")));
        return "jte:elements/list";
    }

    @GetMapping("/elements/{id}")
    String one(@PathVariable String id, HttpServletResponse response, Model model) {
        Optional<ElementDefinition> found = elements.find(id);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "error",
                    PageError.notFound(
                            new Words("数据字典里没有“" + id + "”。", "The dictionary has no “" + id + "”."),
                            new Words("按中文名、英文名或编号找。", "Look for it by its Chinese or English name or its id."),
                            Link.of("看数据字典", "See the dictionary", "/elements")));
            return "jte:ui/error";
        }
        ElementDefinition element = found.get();
        model.addAttribute("element", element);
        model.addAttribute("reads", reads(element));
        model.addAttribute("usedBy", usedBy(element));
        model.addAttribute("values", values(element));
        return "jte:elements/element";
    }

    private static boolean matches(ElementDefinition element, Form form) {
        String text = form.value("q").toLowerCase(Locale.ROOT);
        String source = form.value("source");
        String sensitivity = form.value("sensitivity");
        Words from = element.source();
        ElementDefinition.Sensitivity mark = element.sensitivity();
        return Stream.of(element.id(), element.name().zh(), element.name().en())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text))
                && (source.isEmpty() || from != null && from.zh().equals(source))
                && (sensitivity.isEmpty() || mark != null && mark.name().equals(sensitivity))
                && switch (form.value("kind")) {
                    case DERIVED -> element.element().formula() != null;
                    case SELF -> element.selfDeclared();
                    default -> true;
                };
    }

    private List<Option> sources() {
        return elements.all().stream()
                .flatMap(element -> Stream.ofNullable(element.source()))
                .distinct()
                .map(source -> Option.of(source.zh(), source))
                .toList();
    }

    /// The elements that a formula stands on.
    private List<ElementDefinition> reads(ElementDefinition element) {
        return stored(element).stream()
                .flatMap(id -> elements.find(id).stream())
                .toList();
    }

    private List<ElementDefinition> usedBy(ElementDefinition element) {
        return elements.all().stream()
                .filter(other -> stored(other).contains(element.id()))
                .toList();
    }

    private SortedSet<String> stored(ElementDefinition element) {
        String formula = element.element().formula();
        return formula != null && elements.compiler().value(formula) instanceof Compilation.Compiled compiled
                ? compiled.rule().elements()
                : new TreeSet<>();
    }

    /// The top of a tree of codes is enough to see what it is about.
    private List<Classification.Entry> values(ElementDefinition element) {
        String name = element.classification();
        return name == null
                ? List.of()
                : elements.classification(name)
                        .map(classification -> classification.children(null))
                        .orElse(List.of());
    }
}
