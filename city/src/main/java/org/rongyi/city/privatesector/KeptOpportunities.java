package org.rongyi.city.privatesector;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptOpportunities implements Opportunities {
    private static final int MOST_LISTED = 200;
    private static final int FURTHEST_YEARS = 2;
    private static final BigDecimal MOST_WAN = new BigDecimal("100000000");
    private static final String SELECT = """
            select o.*, (select count(*) from privatesector.interest i
                          where i.opportunity_id = o.id and i.withdrawn_at is null) as interested
              from privatesector.opportunity o
            """;

    private final JdbcClient database;
    private final SectorLooks looks;
    private final CityWords city;
    private final Clock clock;

    KeptOpportunities(JdbcClient database, SectorLooks looks, CityWords city, Clock clock) {
        this.database = database;
        this.looks = looks;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public List<Opportunity> open(int limit) {
        return database.sql(SELECT + "where o.closed_at is null and o.until >= ? order by o.until, o.id limit ?")
                .params(city.today(clock), limit)
                .query(KeptOpportunities::row)
                .list();
    }

    @Override
    public Optional<Opportunity> find(long id) {
        return database.sql(SELECT + "where o.id = ?")
                .param(id)
                .query(KeptOpportunities::row)
                .optional();
    }

    @Override
    @Transactional
    public Set<Fault> publish(NewOpportunity what, Acting officer) {
        String unit = SectorLooks.unit(officer);
        Set<Fault> faults = faults(what);
        if (faults.isEmpty()) {
            database.sql("""
                            insert into privatesector.opportunity
                                (unit, title, words, amount_wan, until, contact, published_by, published_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            unit,
                            what.title().strip(),
                            what.words().strip(),
                            what.amountWan(),
                            what.until(),
                            what.contact().strip(),
                            officer.account(),
                            looks.now()))
                    .update();
        }
        return faults;
    }

    private Set<Fault> faults(NewOpportunity what) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (isNo(what.title(), LONGEST_TITLE)) {
            faults.add(Fault.TITLE);
        }
        if (isNo(what.words(), LONGEST_WORDS)) {
            faults.add(Fault.WORDS);
        }
        if (isNo(what.contact(), LONGEST_CONTACT)) {
            faults.add(Fault.CONTACT);
        }
        BigDecimal amount = what.amountWan();
        if (amount != null && (amount.signum() <= 0 || amount.compareTo(MOST_WAN) > 0 || amount.scale() > 2)) {
            faults.add(Fault.AMOUNT);
        }
        LocalDate today = city.today(clock);
        LocalDate until = what.until();
        if (until == null || until.isBefore(today) || until.isAfter(today.plusYears(FURTHEST_YEARS))) {
            faults.add(Fault.UNTIL);
        }
        return faults;
    }

    static boolean isNo(String text, int longest) {
        return text.isBlank() || text.length() > longest;
    }

    @Override
    public List<Opportunity> own(Acting officer) {
        return database.sql(SELECT + "where o.unit = ? order by o.id desc limit ?")
                .params(SectorLooks.unit(officer), MOST_LISTED)
                .query(KeptOpportunities::row)
                .list();
    }

    @Override
    @Transactional
    public boolean close(long id, String outcome, Acting officer) {
        return !isNo(outcome, LONGEST_WORDS)
                && database.sql("""
                                update privatesector.opportunity set closed_at = ?, outcome = ?
                                 where id = ? and unit = ? and closed_at is null""")
                                .params(looks.now(), outcome.strip(), id, SectorLooks.unit(officer))
                                .update()
                        > 0;
    }

    @Override
    @Transactional
    public List<Interest> interests(long id, Acting officer) {
        String unit = SectorLooks.unit(officer);
        if (find(id).filter(found -> found.unit().equals(unit)).isEmpty()) {
            return List.of();
        }
        List<Interest> interests =
                database.sql("""
                        select * from privatesector.interest
                         where opportunity_id = ? and withdrawn_at is null order by id
                        """).param(id).query(KeptOpportunities::interest).list();
        if (!interests.isEmpty()) {
            looks.opportunity(id, officer);
        }
        return interests;
    }

    @Override
    @Transactional
    public boolean beInterested(long id, String contact, String words, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        boolean may = !isNo(contact, LONGEST_CONTACT)
                && words.length() <= LONGEST_WORDS
                && find(id).filter(found -> found.takes(city.today(clock))).isPresent();
        if (may) {
            database.sql("""
                            insert into privatesector.interest (opportunity_id, firm, account, contact, words, at)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (opportunity_id, firm) where withdrawn_at is null
                            do update set account = excluded.account, contact = excluded.contact,
                                          words = excluded.words""")
                    .params(id, firm.value(), who.account(), contact.strip(), words.strip(), looks.now())
                    .update();
        }
        return may;
    }

    @Override
    @Transactional
    public boolean withdraw(long id, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        return database.sql("""
                                update privatesector.interest set withdrawn_at = ?
                                 where opportunity_id = ? and firm = ? and withdrawn_at is null
                                """).params(looks.now(), id, firm.value()).update() > 0;
    }

    @Override
    public Optional<Interest> interest(long id, Acting who) {
        CreditCode firm = who.firmFor(Purpose.VIEW);
        return database.sql("""
                        select * from privatesector.interest
                         where opportunity_id = ? and firm = ? and withdrawn_at is null""")
                .params(id, firm.value())
                .query(KeptOpportunities::interest)
                .optional();
    }

    @Override
    public List<Look> looks(long id) {
        return looks.ofOpportunity(id);
    }

    private static Interest interest(ResultSet row, int number) throws SQLException {
        return new Interest(
                new CreditCode(row.getString("firm")),
                row.getString("contact"),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Opportunity row(ResultSet row, int number) throws SQLException {
        return new Opportunity(
                row.getLong("id"),
                row.getString("unit"),
                row.getString("title"),
                row.getString("words"),
                row.getBigDecimal("amount_wan"),
                row.getObject("until", LocalDate.class),
                row.getString("contact"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getInt("interested"));
    }
}
