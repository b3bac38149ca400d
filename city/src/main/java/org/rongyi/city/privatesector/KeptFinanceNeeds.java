package org.rongyi.city.privatesector;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptFinanceNeeds implements FinanceNeeds {
    private static final int MOST_LISTED = 100;
    private static final BigDecimal MOST_WAN = new BigDecimal("100000000");
    private static final String SELECT = """
            select n.*, (select count(*) from privatesector.answer a where a.need_id = n.id) as answers
              from privatesector.need n
            """;

    private final JdbcClient database;
    private final PrivateSector sector;
    private final SectorLooks looks;
    private final Letters letters;

    KeptFinanceNeeds(JdbcClient database, PrivateSector sector, SectorLooks looks, Letters letters) {
        this.database = database;
        this.sector = sector;
        this.looks = looks;
        this.letters = letters;
    }

    @Override
    @Transactional
    public Set<Fault> state(NewNeed what, Acting who) {
        CreditCode firm = who.firmFor(Purpose.APPLY);
        Set<Fault> faults = faults(what);
        if (faults.isEmpty()) {
            database.sql("""
                            insert into privatesector.need
                                (firm, account, amount_wan, months, purpose, security, contact, units, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            firm.value(),
                            who.account(),
                            Objects.requireNonNull(what.amountWan()),
                            what.months(),
                            what.purpose().strip(),
                            what.security().strip(),
                            what.contact().strip(),
                            what.units().stream().sorted().toArray(String[]::new),
                            looks.now())
                    .update();
        }
        return faults;
    }

    private Set<Fault> faults(NewNeed what) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        BigDecimal amount = what.amountWan();
        if (amount == null || amount.signum() <= 0 || amount.compareTo(MOST_WAN) > 0) {
            faults.add(Fault.AMOUNT);
        }
        if (what.months() < 1 || what.months() > MOST_MONTHS) {
            faults.add(Fault.MONTHS);
        }
        if (KeptOpportunities.isNo(what.purpose(), LONGEST_TEXT)) {
            faults.add(Fault.PURPOSE);
        }
        if (what.security().length() > LONGEST_TEXT) {
            faults.add(Fault.SECURITY);
        }
        if (KeptOpportunities.isNo(what.contact(), LONGEST_CONTACT)) {
            faults.add(Fault.CONTACT);
        }
        if (what.units().isEmpty() || !sector.finance().containsAll(what.units())) {
            faults.add(Fault.UNITS);
        }
        return faults;
    }

    @Override
    public List<Need> of(Acting who) {
        return database.sql(SELECT + "where n.firm = ? order by n.id desc limit ?")
                .params(who.firmFor(Purpose.VIEW).value(), MOST_LISTED)
                .query(KeptFinanceNeeds::need)
                .list();
    }

    @Override
    public Optional<Told> find(long id, Acting who) {
        CreditCode firm = who.firmFor(Purpose.VIEW);
        return need(id).filter(need -> need.firm().equals(firm))
                .map(need -> new Told(need, answers(id), looks.ofNeed(id)));
    }

    private Optional<Need> need(long id) {
        return database.sql(SELECT + "where n.id = ?")
                .param(id)
                .query(KeptFinanceNeeds::need)
                .optional();
    }

    private List<Answer> answers(long id) {
        return database.sql("select at, unit, name, words from privatesector.answer where need_id = ? order by id")
                .param(id)
                .query((row, _) -> new Answer(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("unit"),
                        row.getString("name"),
                        row.getString("words")))
                .list();
    }

    @Override
    @Transactional
    public boolean close(long id, Outcome outcome, Acting who) {
        return database.sql("""
                                update privatesector.need set closed_at = ?, outcome = ?
                                 where id = ? and firm = ? and closed_at is null""")
                        .params(
                                looks.now(),
                                outcome.name(),
                                id,
                                who.firmFor(Purpose.APPLY).value())
                        .update()
                > 0;
    }

    @Override
    public List<Need> waiting(Acting officer) {
        return database.sql(SELECT + "where n.closed_at is null and ? = any (n.units) order by n.at, n.id limit ?")
                .params(SectorLooks.unit(officer), MOST_LISTED)
                .query(KeptFinanceNeeds::need)
                .list();
    }

    /// What was closed is nobody's to read any more.
    private Optional<Need> open(long id, String unit) {
        return need(id).filter(need -> need.outcome() == null && need.units().contains(unit));
    }

    @Override
    @Transactional
    public Optional<Told> open(long id, Acting officer) {
        String unit = SectorLooks.unit(officer);
        Optional<Need> found = open(id, unit);
        found.ifPresent(_ -> looks.need(id, officer));
        return found.map(need -> new Told(
                need,
                answers(id).stream()
                        .filter(answer -> answer.unit().equals(unit))
                        .toList(),
                List.of()));
    }

    @Override
    @Transactional
    public boolean answer(long id, String words, Acting officer) {
        String unit = SectorLooks.unit(officer);
        boolean may =
                !KeptOpportunities.isNo(words, LONGEST_TEXT) && open(id, unit).isPresent();
        if (may) {
            long answer = database.sql("""
                            insert into privatesector.answer (need_id, unit, account, name, words, at)
                            values (?, ?, ?, ?, ?, ?) returning id""")
                    .params(id, unit, officer.account(), officer.person().name(), words.strip(), looks.now())
                    .query(Long.class)
                    .single();
            tell(id, answer);
        }
        return may;
    }

    private void tell(long need, long answer) {
        String account = database.sql("select account from privatesector.need where id = ?")
                .param(need)
                .query(String.class)
                .single();
        letters.write(
                "need/" + need + "/" + answer,
                account,
                new Words("您的融资需求有了答复", "Your need for finance was answered"),
                new Words("登录后查看。答复不是放款承诺。", "Sign in to read it. An answer is no promise of credit."),
                "/my/finance/" + need);
    }

    private static Need need(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Need(
                row.getLong("id"),
                new CreditCode(row.getString("firm")),
                row.getBigDecimal("amount_wan"),
                row.getInt("months"),
                row.getString("purpose"),
                row.getString("security"),
                row.getString("contact"),
                List.of((String[]) row.getArray("units").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getInt("answers"));
    }
}
