package org.rongyi.city.applications;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Assisted;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Application.Brought;
import org.rongyi.city.applications.Application.State;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.FactJson;
import org.rongyi.city.services.Journeys;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.JourneyDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of applications, with the papers and files that are kept for them.
@Component
class ApplicationTable {
    private static final String SELECT = """
            select a.id, a.account, a.firm, a.journey, a.state, a.said, a.unsure, a.left_out, a.started_at,
                   a.changed_at, a.handed_in_at, a.clerk, a.clerk_name, a.consent_by, a.consent
              from applications.application a
            """;

    private final JdbcClient database;
    private final Journeys journeys;
    private final FactJson json;
    private final ApplicationEventPublisher events;

    ApplicationTable(JdbcClient database, Journeys journeys, Elements elements, ApplicationEventPublisher events) {
        this.database = database;
        this.journeys = journeys;
        this.events = events;
        this.json = FactJson.of(elements.dictionary());
    }

    FactJson json() {
        return json;
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Set<String> texts(Array stored) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) stored.getArray()));
    }

    static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    long insert(String account, @Nullable CreditCode firm, Drafts.Beginning what, Instant now) {
        return database.sql("""
                        insert into applications.application
                            (account, firm, journey, state, said, unsure, left_out, started_at, changed_at)
                        values (?, ?, ?, 'DRAFT', ?::jsonb, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        account,
                        firm == null ? null : firm.value(),
                        what.journey(),
                        FactJson.write(what.said()),
                        array(what.unsure()),
                        array(what.leftOut()),
                        stamp(now),
                        stamp(now)))
                .query(Long.class)
                .single();
    }

    /// Empty too where the city has no such journey any longer.
    Optional<Application> find(long id) {
        return one(SELECT + "where a.id = ?", id);
    }

    /// Waits for whoever works on it, then keeps others off until the transaction ends.
    Optional<Application> lock(long id) {
        return one(SELECT + "where a.id = ? for no key update", id);
    }

    private Optional<Application> one(String sql, long id) {
        return database.sql(sql)
                .param(id)
                .query((row, _) -> row(row, papers(id)))
                .optional()
                .flatMap(found -> found);
    }

    /// Those that somebody began, and those that were handed in for a firm; newest first.
    List<Application> of(String account, @Nullable CreditCode firm) {
        return database
                .sql(SELECT + """
                        where a.state <> 'DISCARDED'
                          and (a.account = ? or a.clerk = ? or a.firm = ? and a.state = 'HANDED_IN')
                        order by a.id desc limit 200""")
                .params(Arrays.asList(account, account, firm == null ? null : firm.value()))
                .query((row, _) -> row(row, Map.of()))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Application> row(ResultSet row, Map<String, Brought> papers) throws SQLException {
        Optional<JourneyDefinition> journey = journeys.find(row.getString("journey"));
        if (journey.isEmpty()) {
            return Optional.empty();
        }
        String firm = row.getString("firm");
        OffsetDateTime handedIn = row.getObject("handed_in_at", OffsetDateTime.class);
        Map<String, Object> said = new LinkedHashMap<>();
        json.facts(row.getString("said")).forEach((element, value) -> {
            if (value != null) {
                said.put(element, value);
            }
        });
        return Optional.of(new Application(
                row.getLong("id"),
                row.getString("account"),
                firm == null ? null : new CreditCode(firm),
                journey.get(),
                State.valueOf(row.getString("state")),
                said,
                texts(row.getArray("unsure")),
                texts(row.getArray("left_out")),
                papers,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                handedIn == null ? null : handedIn.toInstant(),
                assisted(row)));
    }

    private static @Nullable Assisted assisted(ResultSet row) throws SQLException {
        String clerk = row.getString("clerk");
        return clerk == null
                ? null
                : new Assisted(
                        clerk, row.getString("clerk_name"), row.getString("consent_by"), row.getString("consent"));
    }

    void assist(long id, Assisted how) {
        database.sql("""
                        update applications.application
                           set clerk = ?, clerk_name = ?, consent_by = ?, consent = ? where id = ? and state = 'DRAFT'
                        """)
                .params(how.clerk(), how.clerkName(), how.consentBy(), how.consent(), id)
                .update();
    }

    private Map<String, Brought> papers(long id) {
        Map<String, Brought> papers = new HashMap<>();
        database.sql("""
                        select p.paper, p.way, f.id, f.name, f.type, length(f.bytes) as size, f.cut
                          from applications.paper p left join applications.file f on f.id = p.file_id
                         where p.application_id = ?""")
                .param(id)
                .query((row, _) -> papers.put(
                        row.getString("paper"), new Brought(Way.valueOf(row.getString("way")), attachment(row))))
                .list();
        return papers;
    }

    /// Of the columns id, name, type and size; null where there is no file.
    static @Nullable Attachment attachment(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null
                ? null
                : new Attachment(
                        row.getLong("id"), name, row.getString("type"), row.getInt("size"), row.getBoolean("cut"));
    }

    void save(Application draft, Map<String, Object> said, Set<String> unsure, Set<String> leftOut, Instant now) {
        database.sql("""
                        update applications.application set said = ?::jsonb, unsure = ?, left_out = ?, changed_at = ?
                         where id = ? and state = 'DRAFT'""")
                .params(Arrays.asList(FactJson.write(said), array(unsure), array(leftOut), stamp(now), draft.id()))
                .update();
    }

    void setState(long id, State state, Instant now) {
        database.sql("""
                        update applications.application
                           set state = ?, changed_at = ?, handed_in_at = case ? when 'HANDED_IN' then ?::timestamptz end
                         where id = ?""")
                .params(Arrays.asList(state.name(), stamp(now), state.name(), stamp(now), id))
                .update();
    }

    void setFirm(long id, CreditCode firm) {
        database.sql("update applications.application set firm = ? where id = ? and firm is null")
                .params(firm.value(), id)
                .update();
    }

    /// @return number of the line
    long note(long id, String item, String event, Instant now) {
        return database.sql("""
                        insert into applications.notice (application_id, item, at, event)
                        values (?, ?, ?, ?) returning id""")
                .params(id, item, stamp(now), event)
                .query(Long.class)
                .single();
    }

    void noticesSeen(long id, Instant now) {
        database.sql("update applications.notice set seen_at = ? where application_id = ? and seen_at is null")
                .params(stamp(now), id)
                .update();
    }

    /// A line of what happened.
    record Note(String item, String event, Instant at, boolean seen) {}

    List<Note> notices(long id, int limit) {
        return database.sql("""
                        select item, event, at, seen_at from applications.notice
                         where application_id = ? order by id desc limit ?""")
                .params(id, limit)
                .query((row, _) -> new Note(
                        row.getString("item"),
                        row.getString("event"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at") != null))
                .list();
    }

    void bring(long id, String paper, @Nullable Way way, @Nullable Long file) {
        database.sql("delete from applications.paper where application_id = ? and paper = ?")
                .params(id, paper)
                .update();
        if (way != null) {
            database.sql("insert into applications.paper (application_id, paper, way, file_id) values (?, ?, ?, ?)")
                    .params(Arrays.asList(id, paper, way.name(), file))
                    .update();
        }
    }

    /// @param item for whose answer; null: for a draft
    long keep(
            long id, String paper, @Nullable String item, Attachment about, byte[] bytes, String account, Instant now) {
        long file = database.sql("""
                        insert into applications.file
                            (application_id, paper, item, name, type, cut, bytes, uploaded_at, uploaded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        id, paper, item, about.name(), about.type(), about.cut(), bytes, stamp(now), account))
                .query(Long.class)
                .single();
        events.publishEvent(new PaperReading.Kept(file));
        return file;
    }

    /// Uploads that nothing points at any longer go: a paper that was replaced, a draft that was discarded.
    void forgetUnusedFiles(long id) {
        database.sql("""
                        delete from applications.file f
                         where f.application_id = ?
                           and not exists (select from applications.paper p where p.file_id = f.id)
                           and not exists (select from applications.submitted_paper p where p.file_id = f.id)
                        """).param(id).update();
    }

    /// What is kept for a paper of an item's answer that was not sent yet.
    Optional<Attachment> held(long id, String item, String paper, long file) {
        return database.sql("""
                        select id, name, type, length(bytes) as size, cut from applications.file f
                         where application_id = ? and coalesce(item, ?) = ? and paper = ? and id = ?
                           and not exists (select from applications.submitted_paper p where p.file_id = f.id)""")
                .params(id, item, item, paper, file)
                .query((row, _) -> Objects.requireNonNull(attachment(row)))
                .optional();
    }

    /// What is kept for answers for an item that were never sent goes.
    ///
    /// @param paper only of this one; null: of all
    void forgetHeld(long id, String item, @Nullable String paper) {
        database.sql("""
                        delete from applications.file f
                         where f.application_id = ? and f.paper = coalesce(?, f.paper)
                           and not exists (select from applications.paper p where p.file_id = f.id)
                           and not exists (select from applications.submitted_paper p where p.file_id = f.id)
                           and coalesce(f.item = ?,
                                        exists (select from applications.submitted_paper p
                                                 where p.application_id = f.application_id and p.paper = f.paper
                                                   and ? = any (p.items)))
                        """).params(Arrays.asList(id, paper, item, item)).update();
    }

    void forgetPapers(long id) {
        database.sql("delete from applications.paper where application_id = ?")
                .param(id)
                .update();
        forgetUnusedFiles(id);
    }

    Optional<HandedIn.Content> file(long application, long file) {
        return database.sql("""
                        select id, name, type, length(bytes) as size, cut, bytes from applications.file
                         where application_id = ? and id = ?""")
                .params(application, file)
                .query((row, _) -> new HandedIn.Content(Objects.requireNonNull(attachment(row)), row.getBytes("bytes")))
                .optional();
    }
}
