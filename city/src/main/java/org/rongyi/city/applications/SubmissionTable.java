package org.rongyi.city.applications;

import static org.rongyi.city.applications.ApplicationTable.array;
import static org.rongyi.city.applications.ApplicationTable.stamp;
import static org.rongyi.city.applications.ApplicationTable.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Submission.Given;
import org.rongyi.city.applications.Submission.Origin;
import org.rongyi.city.enterprises.FactJson;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was handed in, frozen.
@Component
class SubmissionTable {
    private final JdbcClient database;
    private final ApplicationTable applications;

    SubmissionTable(JdbcClient database, ApplicationTable applications) {
        this.database = database;
        this.applications = applications;
    }

    /// @param form element to value
    /// @param reported element to what a department had said before the person corrected it
    /// @param rules version of the rules that looked over it
    record Frozen(
            int number,
            Instant at,
            String account,
            String person,
            String applicant,
            Map<String, Object> form,
            Map<String, Object> reported,
            Map<String, Source> sources,
            List<GivenPaper> papers,
            String rules,
            List<Finding> findings) {}

    record Source(
            Origin origin,
            @Nullable String source,
            @Nullable LocalDate asOf) {}

    record GivenPaper(
            String paper,
            Given given,
            @Nullable String by,
            @Nullable Attachment file,
            Set<String> items) {}

    void insert(long application, Frozen what) {
        database.sql("""
                        insert into applications.submission
                            (application_id, number, at, account, person, applicant, form, reported, rules)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .params(
                        application,
                        what.number(),
                        stamp(what.at()),
                        what.account(),
                        what.person(),
                        what.applicant(),
                        FactJson.write(what.form()),
                        FactJson.write(what.reported()),
                        what.rules())
                .update();
        insertFindings(application, what);
        what.sources()
                .forEach((element, source) -> database.sql("""
                        insert into applications.submitted_value
                            (application_id, number, element, origin, source, as_of) values (?, ?, ?, ?, ?, ?)""")
                        .params(Arrays.asList(
                                application,
                                what.number(),
                                element,
                                source.origin().name(),
                                source.source(),
                                source.asOf()))
                        .update());
        int place = 0;
        for (GivenPaper paper : what.papers()) {
            Attachment file = paper.file();
            database.sql("""
                            insert into applications.submitted_paper
                                (application_id, number, place, paper, given, by, file_id, items)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            application,
                            what.number(),
                            place++,
                            paper.paper(),
                            paper.given().name(),
                            paper.by(),
                            file == null ? null : file.id(),
                            array(paper.items())))
                    .update();
        }
    }

    private void insertFindings(long application, Frozen what) {
        int place = 0;
        for (Finding finding : what.findings()) {
            database.sql("""
                            insert into applications.finding
                                (application_id, number, place, rule, kind, about, reason_zh, reason_en, basis_zh,
                                 basis_en, mend_zh, mend_en)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            application,
                            what.number(),
                            place++,
                            finding.rule(),
                            finding.kind().name(),
                            finding.about(),
                            finding.reason().zh(),
                            finding.reason().en(),
                            finding.basis().zh(),
                            finding.basis().en(),
                            finding.mend().zh(),
                            finding.mend().en())
                    .update();
        }
    }

    private List<Finding> findings(long application, int number) {
        return database.sql("select * from applications.finding where application_id = ? and number = ? order by place")
                .params(application, number)
                .query((row, _) -> new Finding(
                        row.getString("rule"),
                        Finding.About.valueOf(row.getString("kind")),
                        row.getString("about"),
                        new Words(row.getString("reason_zh"), row.getString("reason_en")),
                        new Words(row.getString("basis_zh"), row.getString("basis_en")),
                        new Words(row.getString("mend_zh"), row.getString("mend_en"))))
                .list();
    }

    Optional<Frozen> last(long application) {
        return find("where application_id = ? order by number desc limit 1", application);
    }

    Optional<Frozen> numbered(long application, int number) {
        return find("where application_id = ? and number = ?", application, number);
    }

    private Optional<Frozen> find(String where, Object... params) {
        long application = (long) params[0];
        return database.sql("""
                        select number, at, account, person, applicant, form, reported, rules
                          from applications.submission
                        """ + where)
                .params(params)
                .query((row, _) -> new Frozen(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("person"),
                        row.getString("applicant"),
                        values(row.getString("form")),
                        values(row.getString("reported")),
                        sources(application, row.getInt("number")),
                        papers(application, row.getInt("number")),
                        row.getString("rules"),
                        findings(application, row.getInt("number"))))
                .optional();
    }

    /// The form of an earlier submission; empty where there is none of that number.
    Map<String, Object> form(long application, int number) {
        return database.sql("select form from applications.submission where application_id = ? and number = ?")
                .params(application, number)
                .query((row, _) -> values(row.getString("form")))
                .optional()
                .orElse(Map.of());
    }

    private Map<String, Object> values(String stored) {
        Map<String, Object> values = new LinkedHashMap<>();
        applications.json().facts(stored).forEach((element, value) -> {
            if (value != null) {
                values.put(element, value);
            }
        });
        return values;
    }

    private Map<String, Source> sources(long application, int number) {
        Map<String, Source> sources = new LinkedHashMap<>();
        database.sql("""
                        select element, origin, source, as_of from applications.submitted_value
                         where application_id = ? and number = ?""")
                .params(application, number)
                .query((row, _) -> sources.put(
                        row.getString("element"),
                        new Source(
                                Origin.valueOf(row.getString("origin")),
                                row.getString("source"),
                                row.getObject("as_of", LocalDate.class))))
                .list();
        return sources;
    }

    private List<GivenPaper> papers(long application, int number) {
        return database.sql("""
                        select p.paper, p.given, p.by, p.items, f.id, f.name, f.type, length(f.bytes) as size, f.cut
                          from applications.submitted_paper p left join applications.file f on f.id = p.file_id
                         where p.application_id = ? and p.number = ? order by p.place""")
                .params(application, number)
                .query((row, _) -> new GivenPaper(
                        row.getString("paper"),
                        Given.valueOf(row.getString("given")),
                        row.getString("by"),
                        ApplicationTable.attachment(row),
                        texts(row.getArray("items"))))
                .list();
    }
}
