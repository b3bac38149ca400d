package org.rongyi.city.services.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.city.cases.Ratings;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.services.ServiceWords;
import org.rongyi.city.ui.Form;
import org.rongyi.city.ui.Link;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.PageError;
import org.rongyi.city.ui.Pager;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceItem.Named;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/// The catalogue of items and the guide of each, for everybody.
@Controller
class CataloguePages {
    private static final int PAGE_SIZE = 25;
    private static final int MOST_STUBS = 20;

    private static final int FEWEST_RATINGS = 3;

    private final Catalogue catalogue;
    private final Journeys journeys;
    private final Elements elements;
    private final Ratings ratings;

    CataloguePages(Catalogue catalogue, Journeys journeys, Elements elements, Ratings ratings) {
        this.catalogue = catalogue;
        this.journeys = journeys;
        this.elements = elements;
        this.ratings = ratings;
    }

    @GetMapping("/items")
    String list(Page page, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        List<ItemLine> found = ordered().stream()
                .filter(item -> fits(item, form))
                .map(item -> line(page, item))
                .toList();
        Pager pager = Pager.of(form.value("page"), PAGE_SIZE, found.size(), href(form));
        model.addAttribute("form", form);
        model.addAttribute("found", found.subList(pager.offset(), (int) pager.to()));
        model.addAttribute("pager", pager);
        model.addAttribute("departments", departments());
        model.addAttribute(
                "journeys",
                journeys.all().stream()
                        .map(journey -> Option.of(journey.id(), journey.name()))
                        .toList());
        model.addAttribute("known", catalogue.items().size());
        model.addAttribute(
                "unverified",
                catalogue.items().stream()
                        .filter(item -> !item.verify().isEmpty())
                        .count());
        boolean filtered =
                !form.value("department").isEmpty() || !form.value("journey").isEmpty();
        boolean withStubs = !filtered && pager.number() == 1;
        model.addAttribute("stubs", withStubs ? catalogue.stubs(form.value("q"), MOST_STUBS) : List.of());
        model.addAttribute("stubsInAll", withStubs ? catalogue.countStubs(form.value("q")) : 0);
        return "jte:services/items";
    }

    /// As the journeys name them: what a founder needs stands first.
    private Set<ServiceItem> ordered() {
        Set<ServiceItem> ordered = new LinkedHashSet<>();
        journeys.all().stream()
                .flatMap(journey -> journey.parts().stream())
                .flatMap(part -> catalogue.item(part.item()).stream())
                .forEach(ordered::add);
        ordered.addAll(catalogue.items());
        return ordered;
    }

    /// Only departments that decide something.
    private List<Option> departments() {
        return catalogue.terms().departments().values().stream()
                .filter(department -> catalogue.items().stream()
                        .anyMatch(item -> item.department().equals(department.id())))
                .map(department -> Option.of(department.id(), department.name()))
                .toList();
    }

    private boolean fits(ServiceItem item, Form form) {
        String department = form.value("department");
        String journey = form.value("journey");
        return (department.isEmpty() || item.department().equals(department))
                && (journey.isEmpty()
                        || journeys.find(journey)
                                .flatMap(found -> found.part(item.id()))
                                .isPresent())
                && says(item, form.value("q"));
    }

    /// Every word stands somewhere in the item, in either language.
    private boolean says(ServiceItem item, String typed) {
        StringBuilder texts = new StringBuilder(item.id()).append(' ').append(item.code());
        Stream.of(
                        Optional.of(item.name()),
                        Optional.of(item.what()),
                        Optional.of(item.type().words()),
                        Optional.of(ServiceWords.department(catalogue, item.department())),
                        Optional.ofNullable(item.result()).map(ServiceItem.Result::name))
                .flatMap(Optional::stream)
                .forEach(words ->
                        texts.append(' ').append(words.zh()).append(' ').append(words.en()));
        String all = texts.toString().toLowerCase(Locale.ROOT);
        return Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private ItemLine line(Page page, ServiceItem item) {
        return new ItemLine(
                "/items/" + item.id(),
                page.say(item.name()),
                page.say(item.what()),
                page.say(ServiceWords.department(catalogue, item.department())),
                ServiceWords.limit(page, item),
                page.say(item.type().words()));
    }

    private static String href(Form form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/items");
        List<String> filters = List.of("q", "department", "journey");
        filters.stream()
                .filter(name -> !form.value(name).isEmpty())
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode()
                .buildAndExpand(Map.of(
                        "q", form.value("q"),
                        "department", form.value("department"),
                        "journey", form.value("journey")))
                .toUriString();
    }

    @GetMapping("/items/{code}")
    String guide(Page page, @PathVariable String code, HttpServletResponse response, Model model) {
        Optional<ServiceItem> found = catalogue.item(code);
        Optional<Catalogue.Stub> stub = found.isPresent() ? Optional.empty() : catalogue.stub(code);
        if (stub.isPresent()) {
            model.addAttribute("stub", stub.get());
            return "jte:services/stub";
        }
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "error",
                    PageError.notFound(
                            new Words("事项目录里没有“" + code + "”。", "The catalogue has no item “" + code + "”."),
                            new Words("按名称找，或者按部门看。", "Look for it by name or by department."),
                            Link.of("看全部事项", "See all items", "/items")));
            return "jte:ui/error";
        }
        ServiceItem item = found.get();
        ServiceTerms terms = catalogue.terms();
        model.addAttribute("item", item);
        model.addAttribute("department", page.say(ServiceWords.department(catalogue, item.department())));
        model.addAttribute(
                "with",
                item.with().stream()
                        .map(department -> page.say(ServiceWords.department(catalogue, department)))
                        .toList());
        model.addAttribute("asks", names(page, item.needs().elements()));
        model.addAttribute("papers", papers(page, item, terms));
        model.addAttribute("situations", situations(page, item, terms));
        model.addAttribute("journeys", journeys.with(item.id()));
        model.addAttribute("versions", catalogue.versions(item.id()));
        model.addAttribute("rated", rated(page, item));
        return "jte:services/guide";
    }

    /// So few ratings that they would point at those who gave them are not told.
    private String rated(Page page, ServiceItem item) {
        Ratings.Score score = ratings.score(item.name().zh());
        BigDecimal average = score.average();
        if (average == null) {
            return page.say("还没有人评价。", "Nobody has rated it yet.");
        }
        if (score.ratings() < FEWEST_RATINGS) {
            return page.say("评价不到 3 个，先不公布。", "Fewer than 3 ratings are not shown.");
        }
        return page.say(
                page.number(average) + " 分（满分 5 分），" + page.number(score.ratings()) + " 人评价。",
                page.number(average) + " of 5, by " + page.number(score.ratings()) + " applicants.");
    }

    private List<String> names(Page page, List<Named> named) {
        return named.stream()
                .flatMap(element -> elements.find(element.id()).stream())
                .map(ElementDefinition::name)
                .map(page::say)
                .toList();
    }

    private List<PaperLine> papers(Page page, ServiceItem item, ServiceTerms terms) {
        List<PaperLine> papers = new ArrayList<>();
        item.needs().materials().stream()
                .flatMap(named -> terms.material(named.id()).stream())
                .map(material -> PaperLine.of(page, terms, catalogue, material))
                .forEach(papers::add);
        for (Named licence : item.needs().licences()) {
            papers.add(PaperLine.licence(page, ServiceWords.licence(terms, licence.id())));
        }
        return papers;
    }

    private List<SituationLine> situations(Page page, ServiceItem item, ServiceTerms terms) {
        List<SituationLine> lines = new ArrayList<>();
        for (ServiceItem.Situation situation : item.situations()) {
            List<String> more = new ArrayList<>(names(page, situation.needs().elements()));
            Stream.concat(situation.needs().materials().stream(), situation.needs().licences().stream())
                    .map(named -> page.say(ServiceWords.material(terms, named.id())))
                    .forEach(more::add);
            lines.add(new SituationLine(
                    page.say(situation.name()),
                    ServiceWords.joined(page, more),
                    situation.promised() == null ? null : ServiceWords.days(page, situation.promised()),
                    situation.note() == null ? null : page.say(situation.note())));
        }
        return lines;
    }
}
