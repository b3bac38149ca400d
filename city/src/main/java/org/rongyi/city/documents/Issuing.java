package org.rongyi.city.documents;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.seals.About;
import org.rongyi.seals.OfdFile;
import org.rongyi.seals.Seal;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.SigningKey;
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
    private final CityAuthority authority;
    private final Elements elements;
    private final Enterprises enterprises;
    private final CityWords city;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String address;

    Issuing(
            LicenceTypes types,
            LicenceTable licences,
            SealTable seals,
            CityAuthority authority,
            Elements elements,
            Enterprises enterprises,
            CityWords city,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${rongyi.documents.address}") String address) {
        this.types = types;
        this.licences = licences;
        this.seals = seals;
        this.authority = authority;
        this.elements = elements;
        this.enterprises = enterprises;
        this.city = city;
        this.clock = clock;
        this.events = events;
        this.address = address;
    }

    @EventListener
    void issue(Granted granted) {
        for (LicenceType type : types.issuedBy(granted.item())) {
            if (!licences.isIssued(granted.caseId(), type.id())) {
                issue(type, granted);
            }
        }
    }

    private void issue(LicenceType type, Granted granted) {
        String holder = enterprises
                .find(granted.firm())
                .map(Enterprise::name)
                .orElse(granted.firm().value());
        Instant now = clock.instant();
        String document = UUID.randomUUID().toString().replace("-", "");
        String number = LicenceNumber.of(type.code(), type.office().code(), licences.nextSerial());
        LocalDate until = type.years() == null
                ? null
                : city.dayOf(now).plusYears(type.years()).minusDays(1);
        SigningKey key = authority.officeKey(type.office());
        Seal seal = authority.officeSeal(type.office(), key);
        String office = CityAuthority.marked(type.office().name());
        List<Sheet> pages = LicenceSheet.of(
                type.name().zh(), number, lines(type, granted, until), office, address + "/verify/" + document);
        byte[] written = OfdFile.write(
                pages,
                Typeface.shipped(),
                new About(document, type.name().zh() + CityAuthority.DEMO, office, now, until));
        byte[] sealed = OfdFile.seal(written, seal, LicenceSheet.stamps(pages.size()), key, now);
        Licence licence = new Licence(
                document,
                number,
                type.id(),
                type.name(),
                granted.firm(),
                holder,
                granted.unit(),
                Licence.State.VALID,
                now,
                until);
        licences.insert(licence, granted.caseId(), sealed);
        licences.stand(document, Licence.State.VALID, granted.unit(), "");
        if (type.seals() && seals.of(granted.firm()).isEmpty()) {
            makeSeals(granted, holder);
        }
        events.publishEvent(new TrustFolder.Changed());
    }

    private void makeSeals(Granted granted, String firm) {
        SigningKey key = authority.firmKey(granted.firm().value(), firm);
        Object said = granted.values().get("legalRepName");
        Typeface letters = Typeface.shipped();
        String representative = letters.writable(said == null ? "法人" : said.toString());
        for (SealKind kind : SealKind.values()) {
            String number = seals.nextNumber();
            String owner = kind == SealKind.REPRESENTATIVE ? representative : firm;
            String name = CityAuthority.marked(owner) + " " + kind.words().zh();
            Seal made = authority.firmSeal(
                    number,
                    name,
                    kind.owner(),
                    kind.picture(
                            letters.writable(CityAuthority.marked(firm)),
                            representative,
                            number,
                            granted.firm().value()),
                    key);
            seals.keep(granted.firm(), kind, owner, made);
        }
    }

    private Map<String, String> lines(LicenceType type, Granted granted, @Nullable LocalDate until) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("统一社会信用代码", granted.firm().value());
        for (LicenceTypes.Line line : type.lines()) {
            Object value = granted.values().get(line.element());
            if (value != null) {
                lines.put(line.label(), text(line.element(), value));
            }
        }
        lines.put("发证日期", day(city.today(clock)));
        lines.put("有效期", until == null ? "长期" : "至" + day(until));
        return lines;
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// As a licence says it: codes by their names, numbers with their unit.
    private String text(String element, Object value) {
        Classification codes = elements.definitions().classificationOf(element).orElse(null);
        return switch (value) {
            case LocalDate day -> day(day);
            case Collection<?> many ->
                many.stream().map(each -> name(codes, each.toString())).collect(Collectors.joining("、"));
            case String text -> name(codes, text);
            case BigDecimal number -> number.toPlainString() + unit(element);
            default -> value.toString();
        };
    }

    private static String name(@Nullable Classification codes, String code) {
        return codes == null
                ? code
                : codes.find(code).map(entry -> entry.name().zh()).orElse(code);
    }

    private String unit(String element) {
        ElementDefinition found = elements.find(element).orElse(null);
        return found == null || found.unit() == null ? "" : found.unit().zh();
    }
}
