package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.portal.web.Findable.Kind;
import org.rongyi.city.portal.web.Findable.Text;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.JourneyDefinition;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Everything in the city that can be found, as the rooms have it today.
@Component
class Findables {
    private static final int MOST_NAMED = 50;

    private final Policies policies;
    private final Elements elements;
    private final Catalogue catalogue;
    private final Journeys journeys;

    Findables(Policies policies, Elements elements, Catalogue catalogue, Journeys journeys) {
        this.policies = policies;
        this.elements = elements;
        this.catalogue = catalogue;
        this.journeys = journeys;
    }

    List<Findable> all(Page page) {
        return Stream.of(
                        Places.of(page).stream(),
                        journeys.all().stream().map(journey -> journey(page, journey)),
                        catalogue.items().stream().map(item -> item(page, item)),
                        policies.all().stream().map(policy -> policy(page, policy)),
                        elements.all().stream().map(element -> element(page, element)))
                .flatMap(found -> found)
                .toList();
    }

    /// Items of which only the name is known, too many to read them all.
    List<Findable> named(Page page, SearchText typed) {
        return catalogue.stubs(String.join(" ", typed.words()), MOST_NAMED).stream()
                .map(stub -> new Findable(
                        Kind.ITEM,
                        stub.code(),
                        Words.same(stub.name()),
                        stub.department() + " · " + page.say("还没有办事指南", "no guide yet"),
                        "/items/" + stub.code(),
                        false,
                        List.of(new Text(Words.same(stub.department()), 2, false))))
                .toList();
    }

    private static Findable journey(Page page, JourneyDefinition journey) {
        List<Text> texts = new ArrayList<>();
        add(texts, 4, journey.what());
        addQuiet(texts, 3, journey.stage().words());
        String note =
                page.say("一件事", "journey") + " · " + page.say(journey.stage().words());
        String href = "/journeys/" + journey.id();
        return new Findable(Kind.JOURNEY, journey.id(), journey.name(), note, href, true, List.copyOf(texts));
    }

    private Findable item(Page page, ServiceItem item) {
        Optional<Words> department =
                catalogue.terms().department(item.department()).map(ServiceTerms.Department::name);
        List<Text> texts = new ArrayList<>();
        add(texts, 4, item.what());
        add(texts, 4, item.result() == null ? null : item.result().name());
        addQuiet(texts, 2, department.orElse(null));
        addQuiet(texts, 2, item.type().words());
        String note = page.say(item.type().words())
                + department.map(name -> " · " + page.say(name)).orElse("");
        String href = "/items/" + item.id();
        return new Findable(Kind.ITEM, item.id(), item.name(), note, href, true, List.copyOf(texts));
    }

    private Findable policy(Page page, PolicyDefinition policy) {
        Optional<PolicyVersion> today = policies.text(policy, page.today());
        PolicyVersion version = today.orElseGet(() -> policy.versions().getLast());
        List<Text> texts = new ArrayList<>();
        addQuiet(texts, 5, policy.field() == null ? null : policy.field().words());
        addQuiet(texts, 5, policy.kind() == null ? null : policy.kind().words());
        add(texts, 4, version.benefit() == null ? null : version.benefit().text());
        version.conditions().forEach(condition -> add(texts, 3, condition.text()));
        addQuiet(texts, 3, policy.mode() == null ? null : policy.mode().words());
        addQuiet(texts, 3, policy.level() == null ? null : policy.level().words());
        add(texts, 2, policy.documentNo() == null ? null : Words.same(policy.documentNo()));
        add(texts, 2, policy.issuer());
        add(texts, 2, version.how());
        version.conditions().forEach(condition -> add(texts, 1, condition.quote()));
        List<String> note = new ArrayList<>();
        if (policy.field() != null) {
            note.add(page.say(policy.field().words()));
        }
        note.add(today.isPresent() ? page.say("现行", "in force") : notInForce(page, version));
        String href = "/policies/" + policy.id();
        return new Findable(
                Kind.POLICY, policy.id(), policy.title(), join(note), href, today.isPresent(), List.copyOf(texts));
    }

    private static String notInForce(Page page, PolicyVersion version) {
        if (version.validFrom() != null && version.validFrom().isAfter(page.today())) {
            return page.say(page.day(version.validFrom()) + "起", "from " + page.day(version.validFrom()));
        }
        return version.validTo() == null
                ? page.say("现在没有有效文本", "no text in force now")
                : page.say(page.day(version.validTo()) + "到期", "ended on " + page.day(version.validTo()));
    }

    private static Findable element(Page page, ElementDefinition element) {
        List<Text> texts = new ArrayList<>();
        add(texts, 3, element.ask());
        addQuiet(texts, 2, element.source());
        add(texts, 1, element.note());
        List<String> note = new ArrayList<>();
        note.add(page.say("数据项", "data element"));
        note.add(
                element.element().formula() != null
                        ? page.say("系统算出来的", "derived by a formula")
                        : Objects.requireNonNullElse(element.source(), new Words("来源未写明", "source not stated"))
                                .in(page.language().locale()));
        String href = "/elements/" + element.id();
        return new Findable(Kind.ELEMENT, element.id(), element.name(), join(note), href, true, List.copyOf(texts));
    }

    private static String join(List<String> parts) {
        return parts.stream().collect(Collectors.joining(" · "));
    }

    private static void add(List<Text> texts, int weight, @Nullable Words words) {
        if (words != null) {
            texts.add(new Text(words, weight, true));
        }
    }

    /// Searched, but never shown under a title.
    private static void addQuiet(List<Text> texts, int weight, @Nullable Words words) {
        if (words != null) {
            texts.add(new Text(words, weight, false));
        }
    }
}
