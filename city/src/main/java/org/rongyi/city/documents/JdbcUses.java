package org.rongyi.city.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcUses implements Uses {
    private static final Set<Licence.State> RUNNING = EnumSet.of(Licence.State.VALID, Licence.State.SUSPENDED);

    private final UseTable uses;
    private final SealTable seals;
    private final LicenceTable licences;
    private final Mandates mandates;
    private final CityWords city;
    private final Clock clock;

    JdbcUses(UseTable uses, SealTable seals, LicenceTable licences, Mandates mandates, CityWords city, Clock clock) {
        this.uses = uses;
        this.seals = seals;
        this.licences = licences;
        this.mandates = mandates;
        this.city = city;
        this.clock = clock;
    }

    /// Under which right a use stands.
    ///
    /// @param grant empty for who needs none
    record Right(Optional<Grant> grant) {}

    private static CreditCode firm(Acting by) {
        if (!by.isPrincipal()) {
            throw new AccessDeniedException("(" + by.account() + ") may not decide who uses the firm's seals");
        }
        return by.firmFor(Mandate.Purpose.VIEW);
    }

    @Override
    @Transactional
    public Set<Fault> grant(Acting by, Wish wish) {
        CreditCode firm = firm(by);
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        LocalDate today = city.today(clock);
        Thing thing = wish.thing();
        if (thing == null || !runs(firm, thing)) {
            faults.add(Fault.NO_THING);
        }
        Optional<Mandate> mandate = mandates.forFirm(firm, today).stream()
                .filter(each -> each.account().equals(wish.account()))
                .findFirst();
        if (mandate.isEmpty()) {
            faults.add(Fault.NOT_OF_THE_FIRM);
        }
        if (wish.purpose() == null) {
            faults.add(Fault.NO_PURPOSE);
        }
        LocalDate from = wish.from();
        LocalDate until = wish.until();
        if (from == null || until == null || until.isBefore(from)) {
            faults.add(Fault.NO_PERIOD);
        } else if (from.isBefore(today) || until.isBefore(today)) {
            faults.add(Fault.PAST);
        } else if (until.isAfter(today.plusYears(LONGEST_YEARS))) {
            faults.add(Fault.TOO_LONG);
        }
        if (faults.isEmpty()) {
            uses.grant(firm, wish, mandate.orElseThrow().id(), by.account());
        }
        return faults;
    }

    private boolean has(CreditCode firm, Thing thing) {
        return switch (thing.kind()) {
            case SEAL -> seals.of(firm).stream().anyMatch(seal -> seal.id().equals(thing.id()));
            case LICENCE ->
                licences.find(thing.id())
                        .filter(licence -> licence.firm().equals(firm))
                        .isPresent();
        };
    }

    /// A licence that was replaced or has run out is granted to nobody; its successor has the grants.
    private boolean runs(CreditCode firm, Thing thing) {
        return has(firm, thing)
                && (thing.kind() == Thing.Kind.SEAL
                        || licences.find(thing.id())
                                .map(licence -> licence.on(city.today(clock)))
                                .filter(RUNNING::contains)
                                .isPresent());
    }

    @Override
    @Transactional
    public boolean revoke(Acting by, long id) {
        return uses.revoke(firm(by), id, by.account());
    }

    /// A grant over a seal that was given up ends with it, and one over a licence that has come to an end.
    @Override
    public List<Grant> grants(CreditCode firm) {
        return uses.grants(firm, inForce(firm), city.today(clock)).stream()
                .filter(grant -> runs(firm, grant.thing()))
                .toList();
    }

    private List<Long> inForce(CreditCode firm) {
        return mandates.forFirm(firm, city.today(clock)).stream()
                .map(Mandate::id)
                .toList();
    }

    @Override
    @Transactional
    public boolean may(Acting by, Thing thing, @Nullable UsePurpose purpose) {
        return right(by, thing, purpose).isPresent();
    }

    /// The grant is locked until the transaction ends: it is not revoked while it is used.
    Optional<Right> right(Acting by, Thing thing, @Nullable UsePurpose purpose) {
        CreditCode firm = by.firmFor(Mandate.Purpose.VIEW);
        if (!has(firm, thing)) {
            return Optional.empty();
        }
        if (by.isPrincipal()) {
            return Optional.of(new Right(Optional.empty()));
        }
        if (!runs(firm, thing)) {
            return Optional.empty();
        }
        return uses.holding(firm, by.account(), inForce(firm), thing, city.today(clock)).stream()
                .filter(grant -> purpose == null || grant.purpose() == purpose)
                .findFirst()
                .map(grant -> new Right(Optional.of(grant)));
    }

    /// Within the transaction of the use.
    void record(Acting by, Thing thing, Right right, UsePurpose purpose, String what) {
        uses.used(
                by.firmFor(Mandate.Purpose.VIEW),
                thing,
                by.account(),
                right.grant().map(Grant::id).orElse(null),
                purpose,
                what);
    }

    @Override
    public List<Used> uses(CreditCode firm, int limit) {
        return uses.uses(firm, limit);
    }
}
