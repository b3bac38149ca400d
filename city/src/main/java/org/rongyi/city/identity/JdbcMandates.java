package org.rongyi.city.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMandates implements Mandates {
    private static final String IN_FORCE = """
            select id, firm, account, capacity, purposes, until, granted_by from identity.mandate
            where revoked_at is null and (until is null or until >= :on) and %s
            order by capacity = 'AGENT', firm, account, id
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final CityWords city;
    private final ObjectProvider<ClosedFirms> closed;

    JdbcMandates(JdbcClient jdbc, People people, Clock clock, CityWords city, ObjectProvider<ClosedFirms> closed) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.city = city;
        this.closed = closed;
    }

    @Override
    public List<Mandate> inForce(String account, LocalDate on) {
        return jdbc.sql(IN_FORCE.formatted("account = :account"))
                .param("on", on)
                .param("account", JdbcPeople.normal(account))
                .query(JdbcMandates::mandate)
                .list();
    }

    @Override
    public Optional<Mandate> permitting(String account, CreditCode firm, Mandate.Purpose purpose, LocalDate on) {
        return inForce(account, on).stream()
                .filter(mandate -> mandate.firm().equals(firm) && mandate.allows(purpose))
                .findFirst();
    }

    Optional<Mandate> find(long id, LocalDate on) {
        return jdbc.sql(IN_FORCE.formatted("id = :id"))
                .param("on", on)
                .param("id", id)
                .query(JdbcMandates::mandate)
                .optional();
    }

    @Override
    public List<Mandate> forFirm(CreditCode firm, LocalDate on) {
        return jdbc.sql(IN_FORCE.formatted("firm = :firm"))
                .param("on", on)
                .param("firm", firm.value())
                .query(JdbcMandates::mandate)
                .list();
    }

    @Override
    @Transactional
    public Mandate registered(CreditCode firm, String account, Mandate.Capacity capacity, String authority) {
        if (capacity == Mandate.Capacity.AGENT) {
            throw new IllegalArgumentException("an agent of (" + firm + ") is appointed by the firm, not registered");
        }
        lock(account);
        return inForce(account, city.today(clock)).stream()
                .filter(mandate -> mandate.firm().equals(firm) && mandate.capacity() == capacity)
                .findFirst()
                .orElseGet(() -> append(
                        firm, account, capacity, EnumSet.allOf(Mandate.Purpose.class), lastDay(firm), authority));
    }

    /// Whoever comes after the end of a firm finishes with the others; null while it exists.
    @Nullable
    LocalDate lastDay(CreditCode firm) {
        return closed.stream()
                .flatMap(register -> register.closedOn(firm).stream())
                .map(day -> day.plusDays(DAYS_TO_FINISH))
                .findFirst()
                .orElse(null);
    }

    @Override
    @Transactional
    public void represented(CreditCode firm, String name, Mandate.Capacity capacity, String authority) {
        List<Mandate> now = forFirm(firm, city.today(clock));
        List<Mandate> named =
                now.stream().filter(mandate -> isCalled(name, mandate)).toList();
        List<Mandate> others = now.stream()
                .filter(mandate -> mandate.capacity() != Mandate.Capacity.AGENT && !named.contains(mandate))
                .toList();
        others.forEach(mandate -> end(mandate, authority));
        Set<String> accounts = named.stream().map(Mandate::account).collect(Collectors.toSet());
        boolean registered = named.stream().anyMatch(mandate -> mandate.capacity() == capacity);
        if (accounts.size() == 1 && !registered) {
            named.forEach(mandate -> end(mandate, authority));
            registered(firm, accounts.iterator().next(), capacity, authority);
        }
    }

    private boolean isCalled(String name, Mandate mandate) {
        return people.find(mandate.account())
                .filter(person -> person.name().equals(name.strip()))
                .isPresent();
    }

    void end(Mandate mandate, String by) {
        jdbc.sql("update identity.mandate set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null")
                .params(by, Timestamp.from(clock.instant()), mandate.id())
                .update();
    }

    @Override
    public void dissolved(CreditCode firm, LocalDate last) {
        jdbc.sql("""
                update identity.mandate set until = :last
                where firm = :firm and revoked_at is null and (until is null or until > :last)
                """).param("last", last).param("firm", firm.value()).update();
    }

    @Override
    @Transactional
    public Granting grant(Acting by, Wish wish, LocalDate today) {
        CreditCode firm = firmOfPrincipal(by);
        lock(wish.account());
        Set<Granting.Fault> faults = faults(by, wish, today);
        if (!faults.isEmpty()) {
            return new Granting.Refused(faults);
        }
        String account = JdbcPeople.normal(wish.account());
        return new Granting.Granted(
                append(firm, account, Mandate.Capacity.AGENT, wish.purposes(), wish.until(), by.account()));
    }

    /// An agent as the demo has it, appointed by nobody who could sign in.
    Mandate appoint(
            CreditCode firm,
            String account,
            Set<Mandate.Purpose> purposes,
            @Nullable LocalDate until,
            String grantedBy) {
        return append(firm, account, Mandate.Capacity.AGENT, purposes, until, grantedBy);
    }

    @Override
    public Set<Granting.Fault> faults(Acting by, Wish wish, LocalDate today) {
        CreditCode firm = firmOfPrincipal(by);
        Set<Granting.Fault> faults = EnumSet.noneOf(Granting.Fault.class);
        boolean known = people.find(wish.account())
                .filter(person -> person.name().equals(wish.name().strip()))
                .isPresent();
        if (!known) {
            faults.add(Granting.Fault.UNKNOWN_PERSON);
        } else if (inForce(wish.account(), today).stream()
                .anyMatch(mandate -> mandate.firm().equals(firm))) {
            faults.add(Granting.Fault.ALREADY_ACTS);
        }
        if (wish.purposes().isEmpty()) {
            faults.add(Granting.Fault.NO_PURPOSE);
        }
        if (wish.until() == null) {
            faults.add(Granting.Fault.NO_LAST_DAY);
        } else if (wish.until().isBefore(today)) {
            faults.add(Granting.Fault.LAST_DAY_PAST);
        } else if (wish.until().isAfter(latest(by, today))) {
            faults.add(Granting.Fault.LAST_DAY_TOO_FAR);
        }
        return Collections.unmodifiableSet(faults);
    }

    /// Nobody lets somebody act longer than they do themselves.
    private static LocalDate latest(Acting by, LocalDate today) {
        LocalDate longest = today.plusYears(LONGEST_YEARS);
        LocalDate own = by.mandate() == null ? null : by.mandate().until();
        return own != null && own.isBefore(longest) ? own : longest;
    }

    @Override
    public Optional<Mandate> revoke(Acting by, long mandateId) {
        CreditCode firm = firmOfPrincipal(by);
        return jdbc.sql("""
                update identity.mandate set revoked_by = :by, revoked_at = :at
                where id = :id and firm = :firm and capacity = 'AGENT' and revoked_at is null
                returning id, firm, account, capacity, purposes, until, granted_by
                """)
                .param("by", by.account())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", mandateId)
                .param("firm", firm.value())
                .query(JdbcMandates::mandate)
                .optional();
    }

    private static CreditCode firmOfPrincipal(Acting by) {
        if (by.mandate() == null || !by.isPrincipal()) {
            throw new AccessDeniedException("(" + by.account() + ") may not decide who acts for the firm");
        }
        return by.mandate().firm();
    }

    /// Two who are entered for one firm at the same moment must not both be its representative.
    void lockFirm(String firm) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.mandate ' || ?))")
                .param(firm)
                .query((_, _) -> true)
                .single();
    }

    /// Two grants to one person at the same moment must not both pass the check.
    void lock(String account) {
        jdbc.sql("select account from identity.person where account = ? for update")
                .param(JdbcPeople.normal(account))
                .query(String.class)
                .optional();
    }

    private Mandate append(
            CreditCode firm,
            String account,
            Mandate.Capacity capacity,
            Set<Mandate.Purpose> purposes,
            @Nullable LocalDate until,
            String grantedBy) {
        return jdbc.sql("""
                insert into identity.mandate (firm, account, capacity, purposes, until, granted_by, granted_at)
                values (:firm, :account, :capacity, :purposes, :until, :by, :at)
                returning id, firm, account, capacity, purposes, until, granted_by
                """)
                .param("firm", firm.value())
                .param("account", account)
                .param("capacity", capacity.name())
                .param("purposes", JdbcPeople.names(purposes))
                .param("until", until, Types.DATE)
                .param("by", grantedBy)
                .param("at", Timestamp.from(clock.instant()))
                .query(JdbcMandates::mandate)
                .single();
    }

    private static Mandate mandate(ResultSet row, int index) throws SQLException {
        return new Mandate(
                row.getLong("id"),
                new CreditCode(row.getString("firm")),
                row.getString("account"),
                Mandate.Capacity.valueOf(row.getString("capacity")),
                JdbcPeople.values(Mandate.Purpose.class, row.getArray("purposes")),
                row.getObject("until", LocalDate.class),
                row.getString("granted_by"));
    }
}
