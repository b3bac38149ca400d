package org.rongyi.city.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPortraits implements Portraits {
    private static final int LONGEST_PURPOSE = 200;
    private static final String LOOKS = """
            select count(*) from enterprises.look l
              join enterprises.enterprise e on e.id = l.enterprise_id where e.credit_code = ? and l.at >= ?""";

    private final JdbcClient database;
    private final FactLog log;

    JdbcPortraits(JdbcClient database, FactLog log) {
        this.database = database;
        this.log = log;
    }

    @Override
    public Optional<Portrait> current(CreditCode firm) {
        return log.portrait(firm, log.today());
    }

    @Override
    public Optional<Portrait> asOf(CreditCode firm, LocalDate day) {
        return log.portrait(firm, day);
    }

    @Override
    public List<Said> history(CreditCode firm, String element) {
        return database.sql("""
                        select r.source, r.origin, r.as_of, r.recorded_at, r.facts -> :element as value,
                               r.notes -> :element as note
                          from enterprises.fact_report r
                          join enterprises.enterprise e on e.id = r.enterprise_id
                         where e.credit_code = :firm and jsonb_exists(r.facts, :element)
                         order by r.as_of desc, r.recorded_at desc, r.id desc""")
                .param("firm", firm.value())
                .param("element", element)
                .query((row, _) -> said(row, element))
                .list();
    }

    private Said said(ResultSet row, String element) throws SQLException {
        String note = row.getString("note");
        return new Said(
                log.json().value(element, row.getString("value")),
                row.getString("source"),
                FactReport.Origin.valueOf(row.getString("origin")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                note == null ? null : FactJson.notes("{\"note\":" + note + "}").get("note"));
    }

    @Override
    public void recordLook(CreditCode firm, String account, String department, String purpose) {
        String stated = purpose.strip();
        if (stated.isEmpty() || stated.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("the purpose (" + purpose + ") of a look at " + firm + " must have 1 to "
                    + LONGEST_PURPOSE + " characters");
        }
        int rows = database.sql("""
                        insert into enterprises.look (enterprise_id, at, account, department, purpose)
                        select id, ?, ?, ?, ? from enterprises.enterprise where credit_code = ?""")
                .params(FactLog.stamp(log.now()), account, department, stated, firm.value())
                .update();
        if (rows == 0) {
            throw new IllegalArgumentException("the register does not know the firm (" + firm + ")");
        }
    }

    @Override
    public List<Look> looks(CreditCode firm, int offset, int limit) {
        return database.sql("""
                        select l.at, l.department, l.purpose
                          from enterprises.look l join enterprises.enterprise e on e.id = l.enterprise_id
                         where e.credit_code = ? order by l.at desc, l.id desc limit ? offset ?""")
                .params(firm.value(), limit, offset)
                .query((row, _) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("department"),
                        row.getString("purpose")))
                .list();
    }

    @Override
    public int lookCount(CreditCode firm, Instant since) {
        return database.sql(LOOKS)
                .params(firm.value(), FactLog.stamp(since))
                .query(Integer.class)
                .single();
    }
}
