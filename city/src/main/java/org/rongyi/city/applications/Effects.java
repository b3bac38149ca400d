package org.rongyi.city.applications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.PartTable.Row;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceItem.Effect;
import org.springframework.stereotype.Component;

/// What a grant changes in the portrait of the firm beside what its decision states: a permit joins the others, a new
/// name takes the place of the old one, a firm that is deregistered is so, and whoever represented it does so no
/// longer. Each once.
@Component
class Effects {
    private final SubmissionTable submissions;
    private final PartTable parts;
    private final Catalogue catalogue;
    private final Enterprises enterprises;
    private final Portraits portraits;
    private final Representing representing;
    private final Clock clock;
    private final CityWords city;

    Effects(
            SubmissionTable submissions,
            PartTable parts,
            Catalogue catalogue,
            Enterprises enterprises,
            Portraits portraits,
            Representing representing,
            Clock clock,
            CityWords city) {
        this.submissions = submissions;
        this.parts = parts;
        this.catalogue = catalogue;
        this.enterprises = enterprises;
        this.portraits = portraits;
        this.representing = representing;
        this.clock = clock;
        this.city = city;
    }

    /// While nobody has founded the firm, or the register does not know it, the effects wait.
    void record(Application application, Row part) {
        CreditCode firm = application.firm();
        List<Effect> effects =
                catalogue.item(part.item()).map(ServiceItem::records).orElse(List.of());
        if (firm == null
                || effects.isEmpty()
                || parts.hasEffect(part)
                || enterprises.find(firm).isEmpty()) {
            return;
        }
        Map<String, Object> form =
                submissions.last(part.application()).orElseThrow().form();
        Portrait before = portraits.current(firm).orElse(null);
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Effect effect : effects) {
            Object value = value(effect, part, form, before);
            if (value != null) {
                facts.put(effect.element(), value);
            }
        }
        if (!facts.isEmpty()) {
            LocalDate today = city.today(clock);
            enterprises.record(new FactReport(
                    firm,
                    part.unit(),
                    FactReport.Origin.DECIDED,
                    today,
                    facts,
                    parts.statedBy(part).orElse(part.unit())));
            Object known = before == null ? null : before.value(Representing.TYPE);
            Object type = facts.getOrDefault(Representing.TYPE, known);
            representing.follow(firm, type, facts, today, part.unit());
        }
        parts.markEffect(part, clock.instant());
    }

    private static @Nullable Object value(
            Effect effect, Row part, Map<String, Object> form, @Nullable Portrait before) {
        String from = effect.from();
        String adds = effect.adds();
        if (from != null) {
            return part.elements().contains(from) ? form.get(from) : null;
        }
        return adds == null ? effect.is() : with(before, effect.element(), adds);
    }

    /// A contested list is still the list: nothing in it is lost.
    private static Set<String> with(@Nullable Portrait before, String element, String code) {
        Set<String> codes = new TreeSet<>();
        Optional.ofNullable(before)
                .flatMap(portrait -> portrait.fact(element))
                .map(Portrait.Fact::value)
                .filter(Set.class::isInstance)
                .map(Set.class::cast)
                .ifPresent(known -> ((Set<?>) known).forEach(each -> codes.add(each.toString())));
        codes.add(code);
        return codes;
    }
}
