package org.rongyi.city.documents;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.Words;
import org.rongyi.seals.About;
import org.rongyi.seals.PdfFile;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.Typeface;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcIssuers implements Issuers {
    private static final String NUMBER = "1.2.156.3005.2.样张";

    private final LicenceTypes types;
    private final ReissueTable runs;
    private final Elements elements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcIssuers(
            LicenceTypes types, ReissueTable runs, Elements elements, ApplicationEventPublisher events, Clock clock) {
        this.types = types;
        this.runs = runs;
        this.elements = elements;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Type> types(String unit) {
        return types.all().stream().map(type -> type(type, unit)).toList();
    }

    private Type type(LicenceType type, String unit) {
        List<Field> fields = type.lines().stream()
                .map(line -> new Field(line.label(), line.element(), name(line)))
                .toList();
        return new Type(
                type.id(), type.name(), type.office().name(), type.years(), fields, runs.running(type.id(), unit));
    }

    private Words name(LicenceTypes.Line line) {
        return elements.find(line.element()).map(found -> found.name()).orElseGet(() -> Words.same(line.element()));
    }

    @Override
    public Optional<byte[]> preview(String id) {
        return types.find(id).map(type -> {
            Map<String, String> lines = new LinkedHashMap<>();
            lines.put("统一社会信用代码", "〔统一社会信用代码〕");
            type.lines()
                    .forEach(line -> lines.put(line.label(), "〔" + name(line).zh() + "〕"));
            lines.put("发证日期", "〔发证日期〕");
            lines.put("有效期", type.years() == null ? "长期" : "〔发证之日起 " + type.years() + " 年〕");
            String office = CityAuthority.marked(type.office().name());
            List<Sheet> pages = LicenceSheet.of(type.name().zh() + "（样张）", NUMBER, lines, office, "样张");
            return PdfFile.write(
                    pages, Typeface.shipped(), new About("", type.name().zh() + "（样张）", office, clock.instant()));
        });
    }

    @Override
    @Transactional
    public Beginning reissue(Acting by, String type, String reason) {
        if (!by.has(Role.OFFICER)) {
            throw new AccessDeniedException("(" + by.account() + ") issues nothing");
        }
        String unit = by.person().department();
        if (types.find(type).isEmpty()) {
            return Beginning.NO_TYPE;
        }
        if (reason.isBlank()) {
            return Beginning.NO_REASON;
        }
        if (!runs.lockNone(type, unit)) {
            return Beginning.RUNNING;
        }
        long count = runs.running(type, unit);
        if (count == 0) {
            return Beginning.NOTHING;
        }
        runs.begin(type, unit, by.account(), reason.strip(), count);
        events.publishEvent(new Reissuing.Begun());
        return Beginning.BEGUN;
    }

    @Override
    public List<Run> runs(String unit) {
        return runs.of(unit);
    }
}
