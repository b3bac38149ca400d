package org.rongyi.city.documents;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.seals.Revoked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOfficeKeys implements OfficeKeys {
    private final LicenceTypes types;
    private final RotationTable rotations;
    private final CityAuthority authority;
    private final ApplicationEventPublisher events;

    JdbcOfficeKeys(
            LicenceTypes types, RotationTable rotations, CityAuthority authority, ApplicationEventPublisher events) {
        this.types = types;
        this.rotations = rotations;
        this.authority = authority;
        this.events = events;
    }

    @Override
    public List<Office> offices() {
        return types.all().stream()
                .map(LicenceTypes.LicenceType::office)
                .distinct()
                .map(office -> new Office(office.code(), office.name(), rotations.givenUp(office.code())))
                .toList();
    }

    private static void requireAdministrator(Acting by) {
        if (!by.has(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("(" + by.account() + ") may not give up keys");
        }
    }

    @Override
    @Transactional
    public boolean stolen(Acting by, String office, int renewed) {
        requireAdministrator(by);
        boolean said = rotations.stolen(office, renewed);
        if (said) {
            events.publishEvent(new TrustFolder.Changed());
        }
        return said;
    }

    @Override
    @Transactional
    public boolean renew(Acting by, String code, Why why) {
        requireAdministrator(by);
        Optional<LicenceTypes.Office> office = types.all().stream()
                .map(LicenceTypes.LicenceType::office)
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (office.isEmpty()) {
            return false;
        }
        rotations.lock(code);
        List<String> serials = authority.serials(office.get());
        if (serials.isEmpty()) {
            return false;
        }
        rotations.giveUp(
                code,
                why == Why.STOLEN ? Revoked.Reason.KEY_COMPROMISE : Revoked.Reason.SUPERSEDED,
                by.account(),
                serials);
        events.publishEvent(new TrustFolder.Changed());
        return true;
    }
}
