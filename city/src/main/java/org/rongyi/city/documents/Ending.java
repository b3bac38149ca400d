package org.rongyi.city.documents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CityWords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends what a grant makes untrue, within its transaction: the licence of a firm that is deregistered, the
/// one that bears its old name. Where the city says so, another takes its place, which says what the
/// register says by then.
@Component
class Ending {
    private final LicenceTypes types;
    private final LicenceTable licences;
    private final SealTable seals;
    private final FirmSeals firmSeals;
    private final Issuing issuing;
    private final Replacing replacing;
    private final TemplateTable templates;
    private final Portraits portraits;
    private final Catalogue catalogue;
    private final UseTable uses;
    private final CityWords city;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ending(
            LicenceTypes types,
            LicenceTable licences,
            SealTable seals,
            FirmSeals firmSeals,
            Issuing issuing,
            Replacing replacing,
            TemplateTable templates,
            Portraits portraits,
            Catalogue catalogue,
            UseTable uses,
            CityWords city,
            Clock clock,
            ApplicationEventPublisher events) {
        this.types = types;
        this.licences = licences;
        this.seals = seals;
        this.firmSeals = firmSeals;
        this.issuing = issuing;
        this.replacing = replacing;
        this.templates = templates;
        this.portraits = portraits;
        this.catalogue = catalogue;
        this.uses = uses;
        this.city = city;
        this.clock = clock;
        this.events = events;
    }

    /// A grant is told again whenever its application goes on; it ends what was there the first time only.
    @EventListener
    void end(Granted granted) {
        types.endedBy(granted.item())
                .filter(_ -> licences.ends(granted.caseId(), granted.item()))
                .ifPresent(ending -> end(ending, granted));
    }

    private void end(LicenceTypes.Ending ending, Granted granted) {
        Optional<Portrait> portrait = portraits.current(granted.firm());
        for (String id : ending.licences()) {
            LicenceType type = types.find(id).orElseThrow();
            for (Licence old : licences.running(granted.firm(), id)) {
                String why = because(granted, ending.anew() ? "，换发新证照" : "，证照注销");
                if (ending.anew()) {
                    replacing.replace(old, templates.now(type), granted.unit(), granted.caseId(), why);
                } else {
                    licences.stand(old.document(), Licence.State.CANCELLED, granted.unit(), why);
                }
            }
        }
        List<Licences.FirmSeal> before = ending.seals() ? seals.of(granted.firm()) : List.of();
        if (!before.isEmpty()) {
            seals.end(granted.firm());
            if (ending.anew()) {
                firmSeals.make(
                        granted.firm(),
                        issuing.holder(granted.firm()),
                        portrait.map(known -> known.value("legalRepName")).orElse(null));
                seals.of(granted.firm()).forEach(made -> handOn(before, made));
            }
        }
        events.publishEvent(new TrustFolder.Changed());
    }

    /// Whoever could use the old seal of this kind can use the new one.
    private void handOn(List<Licences.FirmSeal> before, Licences.FirmSeal made) {
        before.stream()
                .filter(old -> old.kind() == made.kind())
                .forEach(old -> uses.handOn(
                        new Thing(Thing.Kind.SEAL, old.id()),
                        new Thing(Thing.Kind.SEAL, made.id()),
                        city.today(clock)));
    }

    private String because(Granted granted, String what) {
        return catalogue.item(granted.item()).map(item -> item.name().zh()).orElse(granted.item()) + what;
    }
}
