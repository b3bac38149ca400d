package org.rongyi.city.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.About;
import org.rongyi.seals.OfdFile;
import org.rongyi.seals.Seal;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.SigningKey;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Typeface;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Issues what a grant brings: the licence as a sealed file, and with a registration the firm's five seals.
/// It listens within the transaction of the grant: a crash at any point leaves all of it or nothing.
@Component
class Issuing {
    private final LicenceTypes types;
    private final LicenceTable licences;
    private final SealTable seals;
    private final FirmSeals firmSeals;
    private final CityAuthority authority;
    private final LicenceText texts;
    private final TemplateTable templates;
    private final Enterprises enterprises;
    private final CityWords city;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String address;

    Issuing(
            LicenceTypes types,
            LicenceTable licences,
            SealTable seals,
            FirmSeals firmSeals,
            CityAuthority authority,
            LicenceText texts,
            TemplateTable templates,
            Enterprises enterprises,
            CityWords city,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${rongyi.documents.address}") String address) {
        this.types = types;
        this.licences = licences;
        this.seals = seals;
        this.firmSeals = firmSeals;
        this.authority = authority;
        this.texts = texts;
        this.templates = templates;
        this.enterprises = enterprises;
        this.city = city;
        this.clock = clock;
        this.events = events;
        this.address = address;
    }

    /// A licence that shall be.
    ///
    /// @param said     element to text
    /// @param replaces the document in whose place it comes
    record Order(
            LicenceType type,
            CreditCode firm,
            String unit,
            long caseId,
            Map<String, String> said,
            @Nullable LocalDate until,
            @Nullable String replaces) {}

    @EventListener
    void issue(Granted granted) {
        for (LicenceType type : types.issuedBy(granted.item())) {
            if (!licences.isIssued(granted.caseId(), type.id())) {
                issue(templates.now(type), granted);
            }
        }
    }

    private void issue(LicenceType type, Granted granted) {
        Map<String, String> said = new LinkedHashMap<>();
        for (LicenceTypes.Line line : type.lines()) {
            Object value = granted.values().get(line.element());
            if (value != null) {
                said.put(line.element(), texts.of(line.element(), value));
            }
        }
        LocalDate until = type.years() == null
                ? null
                : city.today(clock).plusYears(type.years()).minusDays(1);
        issue(new Order(type, granted.firm(), granted.unit(), granted.caseId(), said, until, null));
        if (type.seals() && seals.of(granted.firm()).isEmpty()) {
            firmSeals.make(
                    granted.firm(), holder(granted.firm()), granted.values().get("legalRepName"));
        }
        events.publishEvent(new TrustFolder.Changed());
    }

    String holder(CreditCode firm) {
        return enterprises.find(firm).map(Enterprise::name).orElse(firm.value());
    }

    Licence issue(Order order) {
        LicenceType type = order.type();
        Instant now = clock.instant();
        String document = UUID.randomUUID().toString().replace("-", "");
        String number = LicenceNumber.of(type.code(), type.office().code(), licences.nextSerial());
        Licence licence = new Licence(
                document,
                number,
                type.id(),
                type.name(),
                order.firm(),
                holder(order.firm()),
                order.unit(),
                Licence.State.VALID,
                now,
                order.until());
        licences.insert(licence, order.caseId(), sealed(order, licence), order.said(), order.replaces());
        licences.stand(document, Licence.State.VALID, order.unit(), "");
        return licence;
    }

    private byte[] sealed(Order order, Licence licence) {
        LicenceType type = order.type();
        SigningKey key = authority.officeKey(type.office(), Suite.SM2);
        Seal seal = authority.officeSeal(type.office());
        String office = CityAuthority.marked(type.office().name());
        List<Sheet> pages = LicenceSheet.of(
                type.name().zh(), licence.number(), lines(order), office, address + "/verify/" + licence.document());
        About about = new About(
                licence.document(),
                type.name().zh() + CityAuthority.DEMO,
                office,
                licence.issuedAt(),
                licence.validUntil());
        byte[] written = OfdFile.write(pages, Typeface.shipped(), about);
        return OfdFile.seal(written, seal, LicenceSheet.stamps(pages.size()), key, licence.issuedAt());
    }

    private Map<String, String> lines(Order order) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(TemplateText.CODE, order.firm().value());
        for (LicenceTypes.Line line : order.type().lines()) {
            String text = order.said().get(line.element());
            if (text != null) {
                lines.put(line.label(), text);
            }
        }
        lines.put(TemplateText.ISSUED, LicenceText.day(city.today(clock)));
        LocalDate until = order.until();
        lines.put(TemplateText.UNTIL, until == null ? "长期" : "至" + LicenceText.day(until));
        return lines;
    }
}
