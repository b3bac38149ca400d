package org.rongyi.city.documents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcLicences implements Licences {
    private final LicenceTable licences;
    private final SealTable seals;
    private final LicenceTwins twins;
    private final LicenceCredentials credentials;
    private final JdbcUses uses;
    private final CityWords city;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcLicences(
            LicenceTable licences,
            SealTable seals,
            LicenceTwins twins,
            LicenceCredentials credentials,
            JdbcUses uses,
            CityWords city,
            Clock clock,
            ApplicationEventPublisher events) {
        this.licences = licences;
        this.seals = seals;
        this.twins = twins;
        this.credentials = credentials;
        this.uses = uses;
        this.city = city;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<Licence> of(CreditCode firm) {
        return licences.of(firm);
    }

    @Override
    public Optional<Licence> find(String document) {
        return licences.find(document);
    }

    @Override
    @Transactional
    public Optional<byte[]> download(String document, CreditCode firm, Format format, Acting by) {
        Uses.Thing thing = new Uses.Thing(Uses.Thing.Kind.LICENCE, document);
        Optional<Licence> own =
                licences.find(document).filter(found -> found.firm().equals(firm));
        Optional<JdbcUses.Right> right = own.flatMap(_ -> uses.right(by, thing, null));
        if (right.isEmpty()) {
            return Optional.empty();
        }
        licences.look(document, Way.DOWNLOAD, by.account(), standing(own.get()));
        right.get().grant().ifPresent(grant -> uses.record(by, thing, right.get(), grant.purpose(), format.name()));
        return switch (format) {
            case OFD -> Optional.of(licences.file(document));
            case PDF -> twins.of(own.get());
            case CREDENTIAL -> credentials.of(own.get());
        };
    }

    private String standing(Licence licence) {
        return licence.on(city.today(clock)).name();
    }

    @Override
    public List<FirmSeal> seals(CreditCode firm) {
        return seals.of(firm);
    }

    @Override
    @Transactional
    public Changing change(String document, Licence.State state, String reason, Acting by) {
        Optional<Licence> found = licences.lock(document)
                .filter(licence -> by.has(Role.OFFICER)
                        && licence.unit().equals(by.person().department()));
        if (found.isEmpty()) {
            return Changing.NOT_YOURS;
        }
        if (!found.get().on(city.today(clock)).next().contains(state)) {
            return Changing.NOT_FROM_HERE;
        }
        if (reason.isBlank()) {
            return Changing.NO_REASON;
        }
        licences.stand(document, state, by.account(), reason.strip());
        events.publishEvent(new TrustFolder.Changed());
        return Changing.CHANGED;
    }

    @Override
    public List<Stood> history(String document) {
        return licences.history(document);
    }

    @Override
    public List<Seen> looks(String document, int limit) {
        return licences.looks(document, limit);
    }
}
