package org.rongyi.city.documents;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.TemplateTable.Edited;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcIssuers implements Issuers {
    private final LicenceTypes types;
    private final KeptTemplates templates;
    private final TemplateTable edits;
    private final ReissueTable runs;
    private final ApplicationEventPublisher events;
    private final int alone;

    JdbcIssuers(
            LicenceTypes types,
            KeptTemplates templates,
            TemplateTable edits,
            ReissueTable runs,
            ApplicationEventPublisher events,
            @Value("${rongyi.documents.alone}") int alone) {
        this.types = types;
        this.templates = templates;
        this.edits = edits;
        this.runs = runs;
        this.events = events;
        this.alone = alone;
    }

    @Override
    public List<Type> types(String unit) {
        return types.all().stream().map(type -> type(type, unit)).toList();
    }

    private Type type(LicenceType type, String unit) {
        LicenceType now = edits.now(type);
        Optional<Edited> edit = edits.counting(type);
        return new Type(
                type.id(),
                type.name(),
                type.office().name(),
                now.years(),
                templates.fields(now.lines()),
                edit.map(Edited::version).orElse(0),
                runs.running(type.id(), unit),
                edit.map(found -> runs.older(type.id(), unit, found.at())).orElse(0L),
                templates.isOf(type, unit));
    }

    @Override
    public Optional<byte[]> preview(String id) {
        return types.find(id).map(edits::now).map(templates::page);
    }

    @Override
    public int alone() {
        return alone;
    }

    @Override
    @Transactional
    public Beginning reissue(Acting by, String type, String reason) {
        requireOfficer(by);
        String unit = by.person().department();
        Optional<LicenceType> known = types.find(type);
        if (known.isEmpty()) {
            return Beginning.NO_TYPE;
        }
        if (TemplateText.plain(reason).isEmpty()) {
            return Beginning.NO_REASON;
        }
        if (!runs.lockNone(type, unit)) {
            return Beginning.RUNNING;
        }
        long count = runs.running(type, unit);
        if (count == 0) {
            return Beginning.NOTHING;
        }
        boolean many = count > alone;
        runs.begin(type, edits.version(known.get()), by, TemplateText.plain(reason), count, many);
        if (many) {
            return Beginning.WAITS;
        }
        events.publishEvent(new Reissuing.Begun());
        return Beginning.BEGUN;
    }

    private static void requireOfficer(Acting by) {
        if (!by.has(Role.OFFICER)) {
            throw new AccessDeniedException("(" + by.account() + ") issues nothing");
        }
    }

    @Override
    @Transactional
    public Confirming confirm(Acting by, long id, boolean yes) {
        requireOfficer(by);
        Optional<ReissueTable.Asked> asked = runs.lockWaiting(id, by.person().department());
        if (asked.isEmpty()) {
            return Confirming.NOT_NOW;
        }
        if (yes && asked.get().account().equals(by.account())) {
            return Confirming.YOUR_OWN;
        }
        Optional<Integer> now = types.find(asked.get().type()).map(edits::version);
        if (yes && !now.equals(Optional.ofNullable(asked.get().template()))) {
            return Confirming.OTHER_TEMPLATE;
        }
        if (yes) {
            runs.confirm(id, by, runs.running(asked.get().type(), by.person().department()));
            events.publishEvent(new Reissuing.Begun());
        } else {
            runs.drop(id, by);
        }
        return Confirming.DONE;
    }

    @Override
    public List<Run> runs(String unit) {
        return runs.of(unit);
    }
}
