package org.rongyi.city.enterprises;

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
    public List<Look> looks(CreditCode firm, int limit) {
        return database.sql("""
                        select l.at, l.department, l.purpose
                          from enterprises.look l join enterprises.enterprise e on e.id = l.enterprise_id
                         where e.credit_code = ? order by l.at desc, l.id desc limit ?""")
                .params(firm.value(), limit)
                .query((row, _) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("department"),
                        row.getString("purpose")))
                .list();
    }
}
