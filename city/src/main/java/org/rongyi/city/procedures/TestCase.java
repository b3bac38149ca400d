package org.rongyi.city.procedures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.InnerSteps;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Who;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Procedure;
import org.rongyi.definitions.procedure.Procedure.Answer;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Roles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A test case: opened, led through the kernel and the engine as a real one is, and taken back with everything that
/// came
/// of it. Nothing of it is ever committed, so nobody sees it, no alarm rings for it, and nobody is told.
@Component
class TestCase {
    private static final String PAPER = "试办";

    private final Cases cases;
    private final CaseFiles files;
    private final InnerSteps steps;
    private final Conduct conduct;
    private final Texts texts;
    private final People people;
    private final TransactionTemplate alone;

    TestCase(
            Cases cases,
            CaseFiles files,
            InnerSteps steps,
            Conduct conduct,
            Texts texts,
            People people,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.files = files;
        this.steps = steps;
        this.conduct = conduct;
        this.texts = texts;
        this.people = people;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Trial run(long text, List<String> answers) {
        Optional<Person> officer = people.holding(Role.OFFICER, null).stream()
                .filter(person -> !person.department().isBlank())
                .findFirst();
        return officer.isEmpty()
                ? new Trial.Impossible()
                : Objects.requireNonNull(alone.execute(transaction -> {
                    transaction.setRollbackOnly();
                    return run(text, answers, new Acting(officer.get(), null));
                }));
    }

    private Trial run(long text, List<String> answers, Acting officer) {
        Procedure procedure = texts.procedure(text);
        NewCase what = NewCase.of(Texts.KIND, PAPER, PAPER, officer.person().department())
                .handledBy(officer.account());
        if (!(cases.open(what, Actor.house("procedures")) instanceof Opening.Opened(Case opened, int _))) {
            return new Trial.Impossible();
        }
        conduct.begin(opened, text);
        for (String event : leading(procedure.begins())) {
            cases.fire(step(opened, officer), event);
        }
        List<Trial.Said> said = new ArrayList<>();
        for (String flow : answers) {
            Standing now = conduct.of(opened.id()).orElseThrow();
            Node step = now.here().stream()
                    .map(procedure::at)
                    .filter(node -> answer(procedure, node, flow).isPresent())
                    .findFirst()
                    .orElse(null);
            if (step == null) {
                return new Trial.Refused(Words.same("?"), Words.same(flow));
            }
            Answer answer = answer(procedure, step, flow).orElseThrow();
            if (!(give(opened, officer, step, answer) instanceof Handling.Done)) {
                return new Trial.Refused(step.name(), answer.name());
            }
            said.add(new Trial.Said(step.name(), who(step), answer.name()));
        }
        return ran(opened, procedure, said);
    }

    private static Optional<Answer> answer(Procedure procedure, Node step, String flow) {
        return procedure.answers(step.id()).stream()
                .filter(answer -> answer.flow().equals(flow))
                .findFirst();
    }

    private Handling give(Case opened, Acting officer, Node node, Answer answer) {
        String event = answer.event();
        if (event != null) {
            return cases.fire(step(opened, officer), event);
        }
        Acting doer = node.who() instanceof Who.InRole role ? somebody(role, officer) : officer;
        return steps.answer(step(opened, doer), node.id(), answer.flow());
    }

    /// Somebody who is not there, in the role that the step asks for: the test case is not put before a real person.
    private static Acting somebody(Who.InRole role, Acting officer) {
        String unit = role.unit();
        String own = officer.person().department();
        return new Acting(
                new Person(
                        "trial",
                        PAPER,
                        unit == null || unit.equals(Who.InRole.OWN) ? own : unit,
                        Set.of(Role.valueOf(role.role()))),
                null);
    }

    private static Step step(Case opened, Acting by) {
        return Step.of(opened.id(), Actor.of(by)).because(PAPER).basedOn(PAPER).proving(PAPER);
    }

    private Trial ran(Case opened, Procedure procedure, List<Trial.Said> said) {
        Standing standing = conduct.of(opened.id()).orElseThrow();
        Case now = files.find(opened.id()).orElseThrow();
        List<Trial.Open> open = procedure.steps().stream()
                .filter(node -> standing.here().contains(node.id()))
                .map(node -> new Trial.Open(node, who(node), possible(procedure, node, now)))
                .toList();
        return new Trial.Ran(standing, said, open, now.state().name(), now.paused());
    }

    private static List<Answer> possible(Procedure procedure, Node node, Case now) {
        return procedure.answers(node.id()).stream()
                .filter(answer -> answer.event() == null
                        || now.kind()
                                .event(answer.event())
                                .filter(event ->
                                        event.from().contains(now.state().id()))
                                .isPresent())
                .toList();
    }

    private static Words who(Node node) {
        return Roles.words(Objects.requireNonNull(node.who(), node.id()));
    }

    /// The events by which a case comes from its start to this state, by the department alone.
    private List<String> leading(String state) {
        CaseKind kind = texts.kind();
        Map<String, List<String>> ways = new HashMap<>(Map.of(kind.start(), List.of()));
        ArrayDeque<String> todo = new ArrayDeque<>(List.of(kind.start()));
        while (!todo.isEmpty() && !ways.containsKey(state)) {
            String at = todo.poll();
            for (CaseKind.Event event : kind.events()) {
                boolean possible = event.from().contains(at) && event.by().contains(Who.Party.HANDLER);
                if (possible && !ways.containsKey(event.to())) {
                    List<String> way = new ArrayList<>(ways.getOrDefault(at, List.of()));
                    way.add(event.id());
                    ways.put(event.to(), way);
                    todo.add(event.to());
                }
            }
        }
        return ways.getOrDefault(state, List.of());
    }
}
