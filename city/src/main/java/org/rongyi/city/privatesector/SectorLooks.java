package org.rongyi.city.privatesector;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.privatesector.Opportunities.Look;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who saw what firms wrote.
@Component
class SectorLooks {
    private static final int MOST = 50;
    private static final String SELECT = "select at, name, unit from privatesector.look where ";

    private final JdbcClient database;
    private final Clock clock;

    SectorLooks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static String unit(Acting officer) {
        String unit = officer.person().department();
        if (!officer.has(Role.OFFICER) || unit.isEmpty()) {
            throw new AccessDeniedException("(" + officer.account() + ") is no officer of a department");
        }
        return unit;
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void need(long id, Acting officer) {
        look("insert into privatesector.look (need_id, account, name, unit, at) values (?, ?, ?, ?, ?)", id, officer);
    }

    void opportunity(long id, Acting officer) {
        look(
                "insert into privatesector.look (opportunity_id, account, name, unit, at) values (?, ?, ?, ?, ?)",
                id,
                officer);
    }

    private void look(String sql, long id, Acting officer) {
        database.sql(sql)
                .params(id, officer.account(), officer.person().name(), unit(officer), now())
                .update();
    }

    List<Look> ofNeed(long id) {
        return looks("need_id = ?", id);
    }

    List<Look> ofOpportunity(long id) {
        return looks("opportunity_id = ?", id);
    }

    private List<Look> looks(String where, long id) {
        return database.sql(SELECT + where + " order by id desc limit ?")
                .params(id, MOST)
                .query((row, _) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getString("unit")))
                .list();
    }
}
