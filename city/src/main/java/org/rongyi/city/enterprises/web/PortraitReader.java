package org.rongyi.city.enterprises.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.ElementDefinition.Theme;
import org.rongyi.rules.Answer;
import org.springframework.stereotype.Component;

/// Puts a portrait into words, theme by theme.
@Component
class PortraitReader {
    private final Elements elements;
    private final DerivedValues derived;
    private final SourceWords sources;

    PortraitReader(Elements elements, DerivedValues derived, SourceWords sources) {
        this.elements = elements;
        this.derived = derived;
        this.sources = sources;
    }

    /// The value of an element, stored or derived; empty when it is unknown.
    Optional<Object> value(ElementDefinition element, Portrait portrait) {
        if (element.element().derived()) {
            return derived.of(element.id(), portrait)
                    .map(answer -> answer instanceof Answer.Known(Object known) ? known : null);
        }
        return portrait.fact(element.id()).map(Portrait.Fact::value);
    }

    @Nullable
    String words(Page page, ElementDefinition element, Portrait portrait) {
        return value(element, portrait)
                .map(value -> ElementWords.value(page, elements, element, value))
                .orElse(null);
    }

    /// What is known, in the order of the dictionary. With another day's portrait beside it, values that were not known
    /// on the day but are today stand there too, and each line says what differs.
    List<PortraitSection> sections(Page page, Sight sight, Portrait portrait, @Nullable Portrait today) {
        Map<Theme, List<PortraitSection.Line>> lines = new EnumMap<>(Theme.class);
        List<PortraitSection.Line> others = new ArrayList<>();
        for (ElementDefinition element : elements.all()) {
            if (sight.covers(element)) {
                Theme theme = element.theme();
                line(page, element, portrait, today)
                        .ifPresent(
                                line -> (theme == null ? others : lines.computeIfAbsent(theme, _ -> new ArrayList<>()))
                                        .add(line));
            }
        }
        List<PortraitSection> sections = new ArrayList<>();
        lines.forEach((theme, ofTheme) -> sections.add(section(page, theme, ofTheme)));
        if (!others.isEmpty()) {
            sections.add(section(page, null, others));
        }
        return sections;
    }

    static PortraitSection section(Page page, @Nullable Theme theme, List<PortraitSection.Line> lines) {
        String id = theme == null ? "other" : theme.name().toLowerCase(java.util.Locale.ROOT);
        return new PortraitSection(id, page.say(ElementWords.theme(theme)), List.copyOf(lines));
    }

    private Optional<PortraitSection.Line> line(
            Page page, ElementDefinition element, Portrait portrait, @Nullable Portrait today) {
        String value = words(page, element, portrait);
        String now = today == null ? value : words(page, element, today);
        if (value == null && now == null) {
            return Optional.empty();
        }
        String differs = Objects.equals(value, now) ? null : now == null ? page.say("没有", "none") : now;
        Portrait.Fact fact = portrait.facts().get(element.id());
        if (element.element().derived()) {
            List<Tag> tags = value == null ? List.of() : List.of(Tag.derived(page));
            return Optional.of(line(element, page, value, tags, differs));
        }
        if (fact == null) {
            return Optional.of(line(element, page, null, List.of(), differs));
        }
        return Optional.of(new PortraitSection.Line(
                element.id(),
                page.say(element.name()),
                value,
                Tag.of(page, fact),
                sources.say(page, fact.source()),
                page.day(fact.asOf()),
                page.moment(fact.recordedAt()),
                differs));
    }

    private static PortraitSection.Line line(
            ElementDefinition element, Page page, @Nullable String value, List<Tag> tags, @Nullable String differs) {
        return new PortraitSection.Line(element.id(), page.say(element.name()), value, tags, null, null, null, differs);
    }

    /// What is not known of the firm, in the order of the dictionary.
    List<MissingElement> missing(Page page, Sight sight, Portrait portrait) {
        List<MissingElement> missing = new ArrayList<>();
        for (ElementDefinition element : elements.all()) {
            if (element.inPortrait()
                    && sight.covers(element)
                    && value(element, portrait).isEmpty()) {
                missing.add(new MissingElement(
                        element.id(),
                        page.say(element.name()),
                        element.element().derived() ? null : page.say(ElementWords.source(element)),
                        !element.element().derived() && element.selfDeclared(),
                        page.say(ElementWords.theme(element.theme())),
                        lacks(page, element, portrait)));
            }
        }
        return missing;
    }

    /// Why a derived element cannot be computed: the names of what is missing; empty for a stored one.
    String lacks(Page page, ElementDefinition element, Portrait portrait) {
        return derived.of(element.id(), portrait).orElse(null) instanceof Answer.Unknown(var ids)
                ? ids.stream()
                        .flatMap(id -> elements.find(id).stream())
                        .map(needed -> page.say(needed.name()))
                        .collect(Collectors.joining(page.say("、", ", ")))
                : "";
    }
}
