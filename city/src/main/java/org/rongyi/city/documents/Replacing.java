package org.rongyi.city.documents;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CityWords;
import org.springframework.stereotype.Component;

/// Puts a licence in the place of another: with what the register says by now, and for no longer than the
/// old one.
@Component
class Replacing {
    private final LicenceTable licences;
    private final Portraits portraits;
    private final LicenceText texts;
    private final Catalogue catalogue;
    private final Issuing issuing;
    private final UseTable uses;
    private final CityWords city;
    private final Clock clock;

    Replacing(
            LicenceTable licences,
            Portraits portraits,
            LicenceText texts,
            Catalogue catalogue,
            Issuing issuing,
            UseTable uses,
            CityWords city,
            Clock clock) {
        this.licences = licences;
        this.portraits = portraits;
        this.texts = texts;
        this.catalogue = catalogue;
        this.issuing = issuing;
        this.uses = uses;
        this.city = city;
        this.clock = clock;
    }

    /// Ends the old one, for a reason; what was suspended stays so.
    ///
    /// @param type with the template by which the new one is written
    Licence replace(Licence old, LicenceType type, String unit, long caseId, String reason) {
        licences.stand(old.document(), Licence.State.CANCELLED, unit, reason);
        Optional<Portrait> portrait = portraits.current(old.firm());
        Map<String, String> before = licences.said(old.document());
        Map<String, String> said = new LinkedHashMap<>();
        for (LicenceTypes.Line line : type.lines()) {
            Object value = portrait.filter(_ -> isOfLicences(type, line.element()))
                    .map(known -> known.value(line.element()))
                    .orElse(null);
            String text = value == null ? before.get(line.element()) : texts.of(line.element(), value);
            if (text != null) {
                said.put(line.element(), text);
            }
        }
        Licence made = issuing.issue(
                new Issuing.Order(type, old.firm(), unit, caseId, said, old.validUntil(), old.document()));
        uses.handOn(
                new Thing(Thing.Kind.LICENCE, old.document()),
                new Thing(Thing.Kind.LICENCE, made.document()),
                city.today(clock));
        if (old.state() == Licence.State.SUSPENDED) {
            licences.stand(made.document(), Licence.State.SUSPENDED, unit, "原证照暂停使用，新证照随之暂停");
        }
        return made;
    }

    /// The register knows more of a firm than a licence shall say: only what its item asks, or what a grant
    /// brings about.
    private boolean isOfLicences(LicenceType type, String element) {
        return catalogue
                        .item(type.item())
                        .filter(item ->
                                item.allElements().anyMatch(need -> need.id().equals(element)))
                        .isPresent()
                || catalogue.items().stream().anyMatch(item -> item.brings(element));
    }
}
