package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The append-only table of facts: reading it is folding it.
@Component
class FactLog {
    private static final String PORTRAIT = """
            select r.source, r.origin, r.as_of, r.recorded_at, r.facts, r.notes,
                   (select array_agg(c.element) from enterprises.contest c
                     where c.enterprise_id = e.id and c.state = 'OPEN') as contested
              from enterprises.enterprise e
              left join enterprises.fact_report r on r.enterprise_id = e.id and r.as_of <= :asOf
             where e.credit_code = :firm
             order by r.as_of, r.recorded_at, r.id""";

    private final JdbcClient database;
    private final Elements elements;
    private final Clock clock;
    private final CityWords city;
    private final FactJson json;
    private final List<Element> stored;

    FactLog(JdbcClient database, Elements elements, Clock clock, CityWords city) {
        this.database = database;
        this.elements = elements;
        this.clock = clock;
        this.city = city;
        this.json = FactJson.of(elements.dictionary());
        this.stored = elements.dictionary().elements().stream()
                .filter(element -> !element.derived())
                .toList();
    }

    FactJson json() {
        return json;
    }

    List<Element> stored() {
        return stored;
    }

    Instant now() {
        // PostgreSQL keeps microseconds; what was written must equal what is read.
        Instant now = clock.instant();
        return now.minusNanos(now.getNano() % 1000);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// The firm's portrait in one round trip; empty when the register does not know the firm.
    Optional<Portrait> portrait(CreditCode firm, LocalDate asOf) {
        return database.sql(PORTRAIT)
                .param("asOf", asOf)
                .param("firm", firm.value())
                .query((ResultSetExtractor<Optional<Portrait>>) rows -> {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    Fold fold = new Fold();
                    Set<String> contested = texts(rows.getArray("contested"));
                    do {
                        hear(fold, rows);
                    } while (rows.next());
                    return Optional.of(new Portrait(firm, asOf, fold.facts(contested)));
                });
    }

    /// For one thread that reads the facts of many.
    FactBytes bytes() {
        return new FactBytes(stored, json);
    }

    /// Adds the report in the current row, if there is one.
    private void hear(Fold fold, ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        if (facts != null) {
            hear(fold, row, json.facts(facts));
        }
    }

    /// The same for who reads many rows.
    void hear(Fold fold, ResultSet row, FactBytes bytes) throws SQLException {
        byte[] json = row.getBytes("facts");
        if (json != null) {
            Map<String, @Nullable Object> facts = new HashMap<>();
            bytes.read(
                    json,
                    0,
                    json.length,
                    (place, value) -> facts.put(stored.get(place).id(), value));
            hear(fold, row, facts);
        }
    }

    private static void hear(Fold fold, ResultSet row, Map<String, @Nullable Object> facts) throws SQLException {
        fold.add(
                row.getString("source"),
                FactReport.Origin.valueOf(row.getString("origin")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                facts,
                FactJson.notes(row.getString("notes")));
    }

    static Set<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }

    void append(long enterpriseId, FactReport report) {
        database.sql("""
                        insert into enterprises.fact_report
                            (enterprise_id, source, origin, as_of, recorded_at, recorded_by, facts, notes)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .params(Arrays.asList(
                        enterpriseId,
                        report.source(),
                        report.origin().name(),
                        report.asOf(),
                        stamp(now()),
                        report.recordedBy(),
                        FactJson.write(report.facts()),
                        FactJson.writeNotes(report.notes())))
                .update();
    }

    /// @throws IllegalArgumentException when an element is unknown or derived, or a value is not of its type
    void check(FactReport report) {
        report.facts().forEach((id, value) -> {
            Element element = elements.dictionary()
                    .find(id)
                    .filter(found -> found.id().equals(id))
                    .orElseThrow(() -> refusal(report, id, value, "is no element of the dictionary"));
            if (element.derived()) {
                throw refusal(report, id, value, "is derived and never stored");
            }
            if (value != null && !fits(element.type(), value)) {
                throw refusal(report, id, value, "must be of type " + element.type());
            }
        });
    }

    /// Who must answer for a fact: its source, and for what was inferred the department that the dictionary names.
    String answersFor(String element, String source) {
        Words department = elements.find(element).map(ElementDefinition::source).orElse(null);
        return source.equals(FactReport.INFERRED) && department != null ? department.zh() : source;
    }

    private static IllegalArgumentException refusal(
            FactReport report, String id, @Nullable Object value, String reason) {
        return new IllegalArgumentException("fact (" + id + " = " + value + ") of " + report.firm() + " from source ("
                + report.source() + "): the element " + reason);
    }

    private static boolean fits(ValueType type, Object value) {
        return switch (type) {
            case NUMBER -> value instanceof BigDecimal;
            case TEXT, CODE -> value instanceof String;
            case CODES -> value instanceof Set<?> codes && codes.stream().allMatch(String.class::isInstance);
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
        };
    }

    Optional<Long> idOf(CreditCode firm) {
        return database.sql("select id from enterprises.enterprise where credit_code = ?")
                .param(firm.value())
                .query(Long.class)
                .optional();
    }
}
