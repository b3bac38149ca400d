package org.rongyi.city.enterprises.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.ElementWords;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Contest;
import org.rongyi.city.enterprises.Contests;
import org.rongyi.city.enterprises.Declarations;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.SummaryRow;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Puts one value of a firm into words, for the firm.
@Component
class ElementReader {
    private static final int LONGEST_LARGE = 16;

    private final Elements elements;
    private final Portraits portraits;
    private final Contests contests;
    private final PortraitReader reader;
    private final DerivedValues derived;
    private final SourceWords sources;
    private final ContestWords contestWords;

    ElementReader(
            Elements elements,
            Portraits portraits,
            Contests contests,
            PortraitReader reader,
            DerivedValues derived,
            SourceWords sources,
            ContestWords contestWords) {
        this.elements = elements;
        this.portraits = portraits;
        this.contests = contests;
        this.reader = reader;
        this.derived = derived;
        this.sources = sources;
        this.contestWords = contestWords;
    }

    ElementView view(Page page, Acting acting, CreditCode firm, ElementDefinition element, Portrait portrait) {
        Portrait.Fact fact = portrait.facts().get(element.id());
        String value = reader.words(page, element, portrait);
        boolean contestable = fact != null && !fact.selfDeclared() && !fact.contested();
        boolean declarable = Declarations.allowed(element, fact);
        Words note = element.note();
        return new ElementView(
                element.id(),
                page.say(element.name()),
                value,
                value != null && value.length() <= LONGEST_LARGE,
                tags(page, element, fact, value),
                rows(page, element, fact),
                note == null ? null : page.say(note),
                reader.lacks(page, element, portrait),
                others(page, acting, portrait, derived.standsOn(element.id())),
                others(page, acting, portrait, derived.over(element.id())),
                history(page, firm, element),
                contestsOf(page, firm, element),
                contestable && acting.may(Purpose.CONTEST),
                declarable && acting.may(Purpose.ANSWER),
                fact != null && fact.selfDeclared() && acting.may(Purpose.ANSWER),
                refusal(page, acting, contestable, declarable));
    }

    private static List<Tag> tags(
            Page page, ElementDefinition element, Portrait.@Nullable Fact fact, @Nullable String value) {
        if (fact != null) {
            return Tag.of(page, fact);
        }
        return element.element().derived() && value != null ? List.of(Tag.derived(page)) : List.of();
    }

    private static @Nullable String refusal(Page page, Acting acting, boolean contestable, boolean declarable) {
        if (contestable && !acting.may(Purpose.CONTEST)) {
            return page.say(
                    "您的授权不包括提异议；哪里不对，请企业的法定代表人或经营者来提。",
                    "Your mandate does not cover contests. If something is wrong, tell the firm's owner.");
        }
        if (declarable && !acting.may(Purpose.ANSWER)) {
            return page.say(
                    "您的授权不包括补充数据；请企业的法定代表人或经营者来补。",
                    "Your mandate does not cover supplying data. Ask the firm's owner.");
        }
        return null;
    }

    private List<SummaryRow> rows(Page page, ElementDefinition element, Portrait.@Nullable Fact fact) {
        List<SummaryRow> rows = new ArrayList<>();
        if (fact != null) {
            rows.add(SummaryRow.of(page.say("来源", "Source"), sources.say(page, fact.source())));
            rows.add(SummaryRow.of(page.say("哪一天的数据", "As of"), page.day(fact.asOf())));
            rows.add(SummaryRow.of(page.say("记录时间", "Recorded"), page.moment(fact.recordedAt())));
        } else {
            boolean derived = element.element().derived();
            rows.add(SummaryRow.of(
                    derived ? page.say("来源", "Source") : page.say("该由谁提供", "Who would know"),
                    page.say(ElementWords.source(element))));
        }
        rows.add(SummaryRow.of(page.say("保密程度", "Confidentiality"), page.say(ElementWords.sensitivity(element))));
        return rows;
    }

    private List<ElementView.Other> others(
            Page page, Acting acting, Portrait portrait, List<ElementDefinition> definitions) {
        return definitions.stream()
                .filter(Sight.ofFirm(acting)::covers)
                .map(other ->
                        new ElementView.Other(other.id(), page.say(other.name()), reader.words(page, other, portrait)))
                .toList();
    }

    private List<ElementView.Saying> history(Page page, CreditCode firm, ElementDefinition element) {
        return portraits.history(firm, element.id()).stream()
                .map(said -> new ElementView.Saying(
                        said.value() == null ? null : ElementWords.value(page, elements, element, said.value()),
                        sources.say(page, said.source()),
                        page.day(said.asOf()),
                        page.moment(said.recordedAt()),
                        Tag.of(page, said.origin(), said.note())))
                .toList();
    }

    private List<ContestRow> contestsOf(Page page, CreditCode firm, ElementDefinition element) {
        return contests.of(firm, element.id()).stream()
                .map((Contest contest) -> contestWords.row(page, contest))
                .toList();
    }

    /// 税务，10 月 31 日.
    String from(Page page, Portrait.Fact fact) {
        return sources.say(page, fact.source()) + page.say("，", ", ") + page.day(fact.asOf());
    }

    /// Who will answer a contest of the value.
    String department(Page page, ElementDefinition element, Portrait.Fact fact) {
        Words source = element.source();
        return fact.source().equals(FactReport.INFERRED) && source != null
                ? page.say(source)
                : sources.say(page, fact.source());
    }
}
