package org.rongyi.city.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.city.documents.Issuers.Field;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.LicenceTypes.Line;
import org.rongyi.city.documents.TemplateTable.Edited;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.services.Catalogue;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;
import org.rongyi.definitions.Words;
import org.rongyi.seals.About;
import org.rongyi.seals.PdfFile;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.Typeface;
import org.springframework.stereotype.Component;

@Component
class KeptTemplates implements LicenceTemplates {
    private static final String NUMBER = "1.2.156.3005.2.样张";
    private static final int MOST_VERSIONS = 20;

    private final LicenceTypes types;
    private final TemplateTable table;
    private final Elements elements;
    private final Catalogue catalogue;
    private final Clock clock;

    KeptTemplates(LicenceTypes types, TemplateTable table, Elements elements, Catalogue catalogue, Clock clock) {
        this.types = types;
        this.table = table;
        this.elements = elements;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Whether this department issues it, and so may change its template.
    boolean isOf(LicenceType type, String unit) {
        return catalogue
                .item(type.item())
                .map(ServiceItem::department)
                .flatMap(catalogue.terms()::department)
                .map(ServiceTerms.Department::unit)
                .filter(unit::equals)
                .isPresent();
    }

    private Optional<LicenceType> mine(Acting by, String id) {
        return types.find(id)
                .filter(type -> by.has(Role.OFFICER) && isOf(type, by.person().department()));
    }

    List<Field> fields(List<Line> lines) {
        return lines.stream()
                .map(line -> new Field(line.label(), line.element(), name(line)))
                .toList();
    }

    private Words name(Line line) {
        return elements.find(line.element()).map(found -> found.name()).orElseGet(() -> Words.same(line.element()));
    }

    @Override
    public Optional<Open> open(Acting by, String id) {
        return mine(by, id).map(type -> {
            Optional<Edited> newest = table.newest(id);
            Optional<Edited> counting = table.counting(type);
            return new Open(
                    id,
                    type.name(),
                    counting.map(Edited::version).orElse(0),
                    TemplateText.of(table.now(type), elements),
                    counting.isEmpty() ? newest.map(Edited::version).orElse(null) : null,
                    table.all(id, MOST_VERSIONS).stream().map(this::version).toList());
        });
    }

    private Version version(Edited edit) {
        return new Version(edit.version(), fields(edit.lines()), edit.years(), edit.reason(), edit.person(), edit.at());
    }

    @Override
    public Trial tryOut(String id, Wording wording) {
        LicenceType type = type(id);
        LicenceType now = table.now(type);
        TemplateText text = TemplateText.read(wording, elements);
        boolean changes = !text.lines().equals(now.lines()) || !Objects.equals(text.years(), now.years());
        return new Trial(
                text.wrong(), notes(type, text), changes, fields(now.lines()), fields(text.lines()), text.years());
    }

    private LicenceType type(String id) {
        return types.find(id).orElseThrow(() -> new IllegalArgumentException("there is no type (" + id + ")"));
    }

    /// What neither the item asks nor any item brings about stands on no licence: the field is left out
    /// there.
    private List<Wrong> notes(LicenceType type, TemplateText text) {
        ServiceItem item = catalogue.item(type.item()).orElse(null);
        List<Wrong> notes = new ArrayList<>();
        for (int i = 0; item != null && i < text.lines().size(); i++) {
            String element = text.lines().get(i).element();
            boolean there = item.allElements().anyMatch(need -> need.id().equals(element))
                    || catalogue.items().stream().anyMatch(each -> each.brings(element));
            if (!there) {
                Words name = name(text.lines().get(i));
                notes.add(new Wrong(
                        i + 1,
                        new Words(
                                "办这件事不填也不产生" + name.zh() + "，新发的证照上没有这一栏",
                                "nobody is asked for " + name.en() + " here: new licences leave the field out")));
            }
        }
        return notes;
    }

    @Override
    public Optional<byte[]> preview(String id, Wording wording) {
        TemplateText text = TemplateText.read(wording, elements);
        return types.find(id).filter(_ -> text.wrong().isEmpty()).map(type -> page(text.in(type)));
    }

    /// The names of the fields in their places.
    byte[] page(LicenceType type) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(TemplateText.CODE, "〔统一社会信用代码〕");
        type.lines().forEach(line -> lines.put(line.label(), "〔" + name(line).zh() + "〕"));
        lines.put(TemplateText.ISSUED, "〔发证日期〕");
        lines.put(TemplateText.UNTIL, type.years() == null ? "长期" : "〔发证之日起 " + type.years() + " 年〕");
        String office = CityAuthority.marked(type.office().name());
        String title = type.name().zh() + "（样张）";
        List<Sheet> pages = LicenceSheet.of(title, NUMBER, lines, office, "样张");
        return PdfFile.write(pages, Typeface.shipped(), new About("", title, office, clock.instant()));
    }

    @Override
    public Publishing publish(Acting by, String id, int seen, Wording wording, String reason) {
        Optional<LicenceType> mine = mine(by, id);
        if (mine.isEmpty()) {
            return Publishing.NOT_YOURS;
        }
        if (TemplateText.plain(reason).isEmpty()) {
            return Publishing.NO_REASON;
        }
        LicenceType type = mine.get();
        int now = table.version(type);
        int next = table.newest(id).map(Edited::version).orElse(0) + 1;
        Trial trial = tryOut(id, wording);
        if (now != seen) {
            return Publishing.STALE;
        }
        if (!trial.sound() || !trial.changes()) {
            return Publishing.NOT_SOUND;
        }
        TemplateText text = TemplateText.read(wording, elements);
        Edited edit = new Edited(
                next,
                TemplateTable.base(type),
                text.lines(),
                text.years(),
                TemplateText.plain(reason),
                by.account(),
                by.person().name(),
                clock.instant());
        return table.insert(id, edit) ? Publishing.DONE : Publishing.STALE;
    }
}
