package org.rongyi.city.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Open work. A task that is done is deleted: what was done stands in the timeline.
@Component
class Tasks {
    private static final String COLUMNS = """
            insert into cases.task (case_id, what, clock, zh, en, unit, assignee, firm, due_at, opened_at,
                                    kind, title, applicant, waits, follows)
            """;
    private static final String INSERT = COLUMNS + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_STATE = COLUMNS + """
            select ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?::boolean, ?
             where not exists (select from cases.step where case_id = ?)
            """;

    private final JdbcClient database;

    Tasks(JdbcClient database) {
        this.database = database;
    }

    enum What {
        /// What the state asks for.
        STATE,
        /// What a level was told.
        RAISED,
        /// An extension waits for approval.
        EXTENSION,
        /// Work inside, asked for by another room.
        STEP
    }

    /// The state is another one: what the last one asked for is done. While a step inside is open, that
    /// is what there is to do.
    void replaceForState(CaseRow file, Instant now) {
        Words task = file.stateOfKind().task();
        if (task == null) {
            database.sql("delete from cases.task where case_id = ? and what = 'STATE'")
                    .param(file.id)
                    .update();
            return;
        }
        boolean firm = ofFirm(file);
        database.sql("with done as (delete from cases.task where case_id = ? and what = 'STATE')\n" + INSERT_STATE)
                .params(Arrays.asList(
                        file.id,
                        file.id,
                        What.STATE.name(),
                        Texts.orNull(null),
                        task.zh(),
                        task.en(),
                        file.unit,
                        Texts.orNull(file.handler),
                        Texts.orNull(firm && file.firm != null ? file.firm.value() : null),
                        Times.stampOrNull(file.dueAt),
                        Times.stamp(now),
                        file.kind.id(),
                        file.title,
                        file.applicant,
                        waits(file),
                        "",
                        file.id))
                .update();
    }

    /// The department can do nothing now: the applicant has it, or its clock stands still.
    private static boolean waits(CaseRow file) {
        return file.stateOfKind().waitsFor() == CaseKind.WaitsFor.FIRM || file.paused && file.dueAt == null;
    }

    /// A state that waits for the firm is the department's all the same where no firm stands behind the applicant.
    private static boolean ofFirm(CaseRow file) {
        return file.stateOfKind().waitsFor() == CaseKind.WaitsFor.FIRM && file.firm != null;
    }

    /// Another handler, department or date.
    void follow(CaseRow file) {
        database.sql("""
                        update cases.task
                           set due_at = ?,
                               unit = case when what = 'STATE' or what = 'STEP' and follows <> '' then ? else unit end,
                               assignee = case when what = 'STATE' or what = 'STEP' and follows = 'HANDLER' then ?
                                               else assignee end,
                               waits = what = 'STATE' and ?
                         where case_id = ?""")
                .params(Arrays.asList(
                        Times.stampOrNull(file.dueAt), file.unit, Texts.orNull(file.handler), waits(file), file.id))
                .update();
    }

    void add(CaseRow file, What what, String clock, Words words, @Nullable String assignee, Instant now) {
        database.sql(INSERT)
                .params(Arrays.asList(
                        file.id,
                        what.name(),
                        clock,
                        words.zh(),
                        words.en(),
                        Texts.orNull(null),
                        Texts.orNull(assignee),
                        Texts.orNull(null),
                        Times.stampOrNull(file.dueAt),
                        Times.stamp(now),
                        file.kind.id(),
                        file.title,
                        file.applicant,
                        false,
                        ""))
                .update();
    }

    /// @param assignee null: anybody of the department
    void addStep(CaseRow file, InnerStep step, String unit, @Nullable String assignee, Instant now) {
        database.sql(INSERT)
                .params(Arrays.asList(
                        file.id,
                        What.STEP.name(),
                        step.key(),
                        step.name().zh(),
                        step.name().en(),
                        unit,
                        Texts.orNull(assignee),
                        Texts.orNull(null),
                        Times.stampOrNull(file.dueAt),
                        Times.stamp(now),
                        file.kind.id(),
                        file.title,
                        file.applicant,
                        false,
                        step.who() instanceof CaseKind.Who.Party party ? party.name() : ""))
                .update();
    }

    void done(CaseRow file, What what, String clock) {
        database.sql("delete from cases.task where case_id = ? and what = ? and clock = ?")
                .params(file.id, what.name(), clock)
                .update();
    }

    /// What somebody who is gone was told, another one is told.
    void reassign(long caseId, String gone, String owner) {
        database.sql("update cases.task set assignee = ? where case_id = ? and assignee = ? and what <> 'STATE'")
                .params(owner, caseId, gone)
                .update();
    }

    void allDone(CaseRow file) {
        database.sql("with steps as (delete from cases.step where case_id = ?)"
                        + " delete from cases.task where case_id = ?")
                .params(file.id, file.id)
                .update();
    }

    List<CaseFile.Task> of(long caseId) {
        return database.sql("select * from cases.task where case_id = ? order by id")
                .param(caseId)
                .query((row, _) -> new CaseFile.Task(
                        new Words(row.getString("zh"), row.getString("en")),
                        row.getString("unit"),
                        row.getString("assignee"),
                        row.getString("firm") != null,
                        Times.instant(row.getObject("due_at", OffsetDateTime.class))))
                .list();
    }
}
