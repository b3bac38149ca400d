package org.rongyi.city.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.LikePattern;
import org.rongyi.rules.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcEnterprises implements Enterprises {
    private static final int LARGEST_PAGE = 1_000;

    /// Some characters of a credit code; a whole one is found by its index.
    private static final Pattern CODE_PART = Pattern.compile("[0-9A-Za-z]{4,17}");

    private final JdbcClient database;
    private final FactLog log;
    private final JdbcChanges changes;
    private final ApplicationEventPublisher events;

    JdbcEnterprises(JdbcClient database, FactLog log, JdbcChanges changes, ApplicationEventPublisher events) {
        this.database = database;
        this.log = log;
        this.changes = changes;
        this.events = events;
    }

    @Override
    public Optional<Enterprise> find(CreditCode code) {
        return database.sql("select * from enterprises.enterprise where credit_code = ?")
                .param(code.value())
                .query(JdbcEnterprises::entry)
                .optional();
    }

    @Override
    public List<Enterprise> search(Wanted wanted, int offset, int limit) {
        if (limit < 0 || limit > LARGEST_PAGE || offset < 0) {
            throw new IllegalArgumentException("offset (" + offset + ") and limit (" + limit + ") must not be negative,"
                    + " the limit at most " + LARGEST_PAGE);
        }
        return database.sql("select * from enterprises.enterprise" + where(wanted) + """
                         order by name = :text or credit_code = upper(:text) desc, name %s :start desc,
                                  length(name), id
                         limit :limit offset :offset""".formatted(like(wanted)))
                .params(params(wanted))
                .param("start", LikePattern.startingWith(wanted.text()))
                .param("text", wanted.text())
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcEnterprises::entry)
                .list();
    }

    @Override
    public long count(Wanted wanted, long limit) {
        return database.sql("select count(*) from (select 1 from enterprises.enterprise" + where(wanted)
                        + " limit :limit) found")
                .params(params(wanted))
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /// Only what is asked for, so that the index that fits can be used.
    private static String where(Wanted wanted) {
        List<String> conditions = new ArrayList<>();
        if (CODE_PART.matcher(wanted.text()).matches()) {
            conditions.add("(name ilike :part or credit_code like upper(:part))");
        } else if (!wanted.text().isEmpty()) {
            conditions.add("(name " + like(wanted) + " :part or credit_code = upper(:whole))");
        }
        if (wanted.area() != null) {
            conditions.add("area_code like :area");
        }
        if (wanted.section() != null) {
            conditions.add("industry_code like :section");
        }
        return conditions.isEmpty() ? " " : " where " + String.join(" and ", conditions) + " ";
    }

    /// Chinese has no capitals, and a search that looks past them takes twice as long.
    private static String like(Wanted wanted) {
        String text = wanted.text();
        return text.toUpperCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)) ? "like" : "ilike";
    }

    private static Map<String, Object> params(Wanted wanted) {
        Map<String, Object> params = new HashMap<>();
        params.put("part", LikePattern.containing(wanted.text()));
        params.put("whole", wanted.text());
        if (wanted.area() != null) {
            params.put("area", wanted.area().value() + "%");
        }
        if (wanted.section() != null) {
            params.put("section", LikePattern.startingWith(wanted.section()));
        }
        return params;
    }

    private static Enterprise entry(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                new CreditCode(row.getString("credit_code")),
                row.getString("name"),
                row.getString("entity_type"),
                RegisterEntry.area(row.getString("area_code")),
                row.getString("industry_code"),
                row.getObject("established_on", LocalDate.class));
    }

    @Override
    public long count() {
        return database.sql("select count(*) from enterprises.enterprise")
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public void record(FactReport report) {
        log.check(report);
        Optional<Long> known = log.idOf(report.firm());
        long id = known.orElseGet(() -> enter(RegisterEntry.of(report.firm(), Row.of(report.facts()))));
        log.append(id, report);
        if (known.isPresent() && report.facts().keySet().stream().anyMatch(RegisterEntry.ELEMENTS::contains)) {
            refresh(id, report.firm());
        }
        Set<String> elements = Set.copyOf(report.facts().keySet());
        changes.append(id, elements);
        events.publishEvent(new FactsRecorded(report.firm(), elements));
    }

    private long enter(Enterprise entry) {
        return database.sql("""
                        insert into enterprises.enterprise
                            (credit_code, name, entity_type, area_code, industry_code, established_on)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (credit_code) do update set credit_code = excluded.credit_code
                        returning id""")
                .params(Arrays.asList(
                        entry.creditCode().value(),
                        entry.name(),
                        entry.entityType(),
                        entry.area() == null ? null : entry.area().value(),
                        entry.industryCode(),
                        entry.establishedOn()))
                .query(Long.class)
                .single();
    }

    /// Brings the register entry in line with the portrait. A withdrawn name stays until there is another one.
    void refresh(long id, CreditCode firm) {
        Portrait portrait = log.portrait(firm, log.today()).orElseThrow();
        if (!portrait.facts().containsKey(RegisterEntry.NAME)) {
            return;
        }
        Enterprise entry = RegisterEntry.of(portrait);
        database.sql("""
                        update enterprises.enterprise
                           set name = ?, entity_type = ?, area_code = ?, industry_code = ?, established_on = ?
                         where id = ?""")
                .params(Arrays.asList(
                        entry.name(),
                        entry.entityType(),
                        entry.area() == null ? null : entry.area().value(),
                        entry.industryCode(),
                        entry.establishedOn(),
                        id))
                .update();
    }

    @Override
    public void forEachPortraitAtRandom(RandomGenerator random, Consumer<Portrait> each) {
        changes.forEachFirmAtRandom(random, firm -> each.accept(firm.portrait()));
    }
}
