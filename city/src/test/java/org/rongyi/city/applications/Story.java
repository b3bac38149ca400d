package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.city.applications.Application.Way;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.rules.ValueType;
import org.springframework.stereotype.Component;

/// What tests of applications say often.
@Component
public final class Story {
    public static final String PASSWORD = "a password of the test";

    private final Drafts drafts;
    private final Applications applications;
    private final Cases cases;
    private final People people;
    private final Mandates mandates;
    private final Elements elements;
    private final ReadingTable readings;

    Story(
            Drafts drafts,
            Applications applications,
            Cases cases,
            People people,
            Mandates mandates,
            Elements elements,
            ReadingTable readings) {
        this.drafts = drafts;
        this.applications = applications;
        this.cases = cases;
        this.people = people;
        this.mandates = mandates;
        this.elements = elements;
        this.readings = readings;
    }

    public Acting person(String name) {
        Person person = new Person("p-" + UUID.randomUUID(), name, "", Set.of());
        people.register(person, PASSWORD);
        return new Acting(person, null);
    }

    public Acting officer(String department) {
        Person person = new Person("o-" + UUID.randomUUID(), "经办（测试）", department, Set.of(Role.OFFICER));
        people.register(person, PASSWORD);
        return new Acting(person, null);
    }

    public Acting clerk() {
        Person person = new Person("w-" + UUID.randomUUID(), "窗口（测试）", "政务服务中心", Set.of(Role.CLERK));
        people.register(person, PASSWORD);
        return new Acting(person, null);
    }

    public Acting owner(CreditCode firm) {
        Acting person = person("店主（测试）");
        Mandate mandate = mandates.registered(firm, person.account(), Mandate.Capacity.OWNER, "市监");
        return new Acting(person.person(), mandate);
    }

    /// As the person acts now, with the mandate that there is by now.
    public Acting again(Acting person, LocalDate today) {
        Mandate mandate =
                mandates.inForce(person.account(), today).stream().findFirst().orElse(null);
        return new Acting(person.person(), mandate);
    }

    /// A draft in which everything that is asked is answered somehow.
    public Draft filled(Acting by, String journey, Map<String, Object> said, String... leftOut) {
        return fill(
                drafts.begin(by, new Drafts.Beginning(journey, said, Set.of(), Set.of(leftOut)))
                        .id(),
                by);
    }

    /// Answers everything that is asked somehow.
    public Draft fill(long id, Acting by) {
        Draft draft = drafts.find(id, by).orElseThrow();
        while (!draft.questions().isEmpty() || !draft.empty().isEmpty()) {
            Map<String, Object> answers = new LinkedHashMap<>();
            draft.questions().forEach(question -> answers.put(question.element(), any(question.element())));
            draft.empty().forEach(field -> answers.put(field.element(), any(field.element())));
            drafts.say(id, by, answers, Set.of());
            draft = drafts.find(id, by).orElseThrow();
        }
        draft.open().forEach(paper -> drafts.bring(id, by, paper.id(), Way.COUNTER));
        return drafts.find(id, by).orElseThrow();
    }

    public Object any(String element) {
        ElementDefinition definition = elements.find(element).orElseThrow();
        ValueType type = definition.element().type();
        return switch (type) {
            case NUMBER -> new BigDecimal(12);
            case TEXT -> "测试" + element;
            case BOOLEAN -> true;
            case DATE -> LocalDate.of(2026, 12, 1);
            case CODE -> codes(element).iterator().next();
            case CODES -> Set.of(codes(element).iterator().next());
        };
    }

    private Set<String> codes(String element) {
        return elements.definitions().classificationOf(element).orElseThrow().entries().stream()
                .map(entry -> entry.code())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Application handIn(Draft draft, Acting by) {
        Drafts.Handing handing = drafts.handIn(draft.application().id(), by);
        assertThat(handing).isInstanceOf(Drafts.Handing.Done.class);
        return ((Drafts.Handing.Done) handing).handedIn();
    }

    /// Whether no paper of it waits to be read.
    public boolean papersAreRead(Application application) {
        return readings.waiting(application.id()).isEmpty();
    }

    public Part part(Application application, Acting by, String item) {
        return applications.open(application.id(), by).orElseThrow().parts().stream()
                .filter(part -> part.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /// The case of an item, which has one.
    public Case caseOf(Application application, Acting by, String item) {
        Case file = part(application, by, item).now();
        assertThat(file).as(item).isNotNull();
        return Objects.requireNonNull(file);
    }

    public void grant(Case file, Acting officer) {
        if (file.handler() == null) {
            done(cases.assign(Step.of(file.id(), Actor.of(officer)), officer.account()));
        }
        fire(file, officer, "accept");
        fire(file, officer, "beginReview");
        fire(file, officer, "grant");
    }

    public void refuse(Case file, Acting officer) {
        done(cases.assign(Step.of(file.id(), Actor.of(officer)), officer.account()));
        fire(file, officer, "accept");
        fire(file, officer, "beginReview");
        fire(file, officer, "refuse");
    }

    public Case fire(Case file, Acting by, String event) {
        Step step =
                Step.of(file.id(), Actor.of(by)).because("测试理由").basedOn("测试依据").proving("测试文书");
        return done(cases.fire(step, event));
    }

    private static Case done(Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return ((Handling.Done) handling).after();
    }

    public static CreditCode newCode() {
        return new TestFirms().next();
    }
}
