package org.rongyi.city.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Roles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Open steps inside of cases. One that is done is deleted: what was done stands in the timeline.
@Component
class StepTable {
    private final JdbcClient database;

    StepTable(JdbcClient database) {
        this.database = database;
    }

    void insert(CaseRow file, InnerStep step) {
        database.sql("insert into cases.step (case_id, key, zh, en, who, pause) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        file.id,
                        step.key(),
                        step.name().zh(),
                        step.name().en(),
                        Roles.written(step.who()),
                        step.pause()))
                .update();
        int number = 0;
        for (InnerStep.Choice choice : step.answers()) {
            database.sql("""
                            insert into cases.step_answer (case_id, step, number, key, zh, en, proof)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            file.id,
                            step.key(),
                            ++number,
                            choice.key(),
                            choice.name().zh(),
                            choice.name().en(),
                            choice.proof())
                    .update();
        }
    }

    void delete(long caseId, String key) {
        database.sql("delete from cases.step where case_id = ? and key = ?")
                .params(caseId, key)
                .update();
    }

    List<InnerStep> of(long caseId) {
        Map<String, List<InnerStep.Choice>> answers = new LinkedHashMap<>();
        return database
                .sql("""
                        select s.key, s.zh, s.en, s.who, s.pause, a.key, a.zh, a.en, a.proof
                          from cases.step s join cases.step_answer a on a.case_id = s.case_id and a.step = s.key
                         where s.case_id = ? order by s.number, a.number""")
                .param(caseId)
                .query((row, _) -> {
                    answers.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(new InnerStep.Choice(
                                    row.getString(6),
                                    new Words(row.getString(7), row.getString(8)),
                                    row.getBoolean(9)));
                    return new Read(
                            row.getString(1),
                            new Words(row.getString(2), row.getString(3)),
                            row.getString(4),
                            row.getString(5));
                })
                .list()
                .stream()
                .distinct()
                .map(read -> new InnerStep(
                        read.key,
                        read.name,
                        Roles.read(read.who),
                        answers.getOrDefault(read.key, List.of()),
                        read.pause))
                .toList();
    }

    private record Read(
            String key, Words name, String who, @Nullable String pause) {}

    Optional<InnerStep> find(long caseId, String key) {
        return of(caseId).stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /// Whether a step waits for somebody of this person's department or for this person.
    boolean concern(Acting reader, long caseId) {
        return database.sql("""
                        select exists (select from cases.task where case_id = ? and what = 'STEP'
                                          and (unit = ? or assignee = ?))""")
                .params(caseId, reader.person().department(), reader.account())
                .query(Boolean.class)
                .single();
    }

    /// Whether this step was put before this very person.
    boolean assigned(Acting to, long caseId, String key) {
        return database.sql("""
                        select exists (select from cases.task
                                        where case_id = ? and what = 'STEP' and clock = ? and assignee = ?)""")
                .params(caseId, key, to.account())
                .query(Boolean.class)
                .single();
    }
}
