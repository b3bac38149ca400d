package org.rongyi.city.procedures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseEvent.CaseMoved;
import org.rongyi.city.cases.CaseEvent.StepAnswered;
import org.rongyi.city.cases.InnerStep;
import org.rongyi.city.cases.InnerSteps;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.procedure.Procedure;
import org.rongyi.definitions.procedure.Procedure.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes cases through their procedures. It listens within the transaction of the command: what the case does and what
/// the procedure does are one, and no crash leaves the one without the other.
@Component
class Conduct implements CaseProcedures {
    private static final Actor HOUSE = Actor.house("procedures");

    private final ProcedureTable table;
    private final Texts texts;
    private final Engine engine;
    private final InnerSteps steps;

    Conduct(ProcedureTable table, Texts texts, Engine engine, InnerSteps steps) {
        this.table = table;
        this.texts = texts;
        this.engine = engine;
        this.steps = steps;
    }

    @Override
    public void begin(Case opened, String item) {
        table.usedBy(item).ifPresent(text -> begin(opened, text));
    }

    void begin(Case opened, long text) {
        table.begin(opened.id(), text);
        startIfThere(table.run(opened.id()).orElseThrow(), opened.state().id());
    }

    private void startIfThere(ProcedureTable.Run run, String state) {
        Procedure procedure = texts.procedure(run.text());
        if (procedure.begins().equals(state)) {
            String instance = engine.start(run.text(), procedure, run.caseId());
            keepUp(run.caseId(), instance, procedure, HOUSE, null);
        }
    }

    @EventListener
    void follow(CaseMoved moved) {
        if (!moved.about().kind().equals(Texts.KIND)) {
            return; // no other kind has procedures: most cases of a city are asked nothing
        }
        ProcedureTable.Run run = table.run(moved.about().caseId()).orElse(null);
        if (run == null || run.ended()) {
            return;
        }
        String instance = run.instance();
        if (moved.closed()) {
            if (instance != null) {
                engine.end(instance);
            }
            table.save(run.caseId(), instance, Set.of(), true);
        } else if (instance == null) {
            startIfThere(run, moved.to());
        } else {
            goOn(run, instance, moved);
        }
    }

    /// The step that waits for this event is done; so is one that waits for another event to the same state, such as an
    /// acceptance that the clock brought about.
    private void goOn(ProcedureTable.Run run, String instance, CaseMoved moved) {
        Procedure procedure = texts.procedure(run.text());
        for (Map.Entry<String, String> task : engine.open(instance).entrySet()) {
            List<Answer> answers = procedure.answers(task.getKey());
            Optional<Answer> way = answers.stream()
                    .filter(answer -> moved.event().equals(answer.event()))
                    .findFirst()
                    .or(() -> answers.stream()
                            .filter(answer -> leadsTo(answer, moved.to()))
                            .findFirst());
            if (way.isPresent()) {
                engine.complete(task.getValue(), way.get().flow());
                keepUp(run.caseId(), instance, procedure, HOUSE, null);
                return;
            }
        }
    }

    private boolean leadsTo(Answer answer, String state) {
        return answer.event() != null
                && texts.kind()
                        .event(answer.event())
                        .map(CaseKind.Event::to)
                        .filter(state::equals)
                        .isPresent();
    }

    @EventListener
    void follow(StepAnswered answered) {
        ProcedureTable.Run run = table.run(answered.about().caseId()).orElse(null);
        String instance = run == null || run.ended() ? null : run.instance();
        if (run == null || instance == null) {
            return;
        }
        String task = engine.open(instance).get(answered.key());
        if (task != null) {
            engine.complete(task, answered.answer());
            keepUp(
                    run.caseId(),
                    instance,
                    texts.procedure(run.text()),
                    answered.step().by(),
                    answered.step().grounds().proof());
        }
    }

    /// What the engine stands at now is put before whoever does it.
    private void keepUp(long caseId, String instance, Procedure procedure, Actor by, @Nullable String proof) {
        Set<String> here = new LinkedHashSet<>(engine.open(instance).keySet());
        table.save(caseId, instance, here, here.isEmpty());
        Set<String> asked = steps.open(caseId).stream().map(InnerStep::key).collect(Collectors.toSet());
        for (String node : here) {
            if (!asked.contains(node) && !procedure.byEvent(node)) {
                steps.ask(caseId, step(procedure, node), by, proof);
            }
        }
    }

    private static InnerStep step(Procedure procedure, String id) {
        Procedure.Node node = procedure.at(id);
        return new InnerStep(
                id,
                node.name(),
                Objects.requireNonNull(node.who(), id),
                procedure.answers(id).stream()
                        .map(answer -> new InnerStep.Choice(answer.flow(), answer.name(), answer.proof()))
                        .toList(),
                node.pause());
    }

    @Override
    public Optional<Standing> of(long caseId) {
        return table.run(caseId)
                .map(run -> new Standing(texts.procedure(run.text()), run.here(), run.instance() != null, run.ended()));
    }
}
