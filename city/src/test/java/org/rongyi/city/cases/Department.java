package org.rongyi.city.cases;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;

/// A department of its own for each test, with two officers and a head.
final class Department {
    private static final AtomicInteger MADE = new AtomicInteger();

    final String name;
    final Acting officer;
    final Acting colleague;
    final Acting head;

    private Department(String name, Acting officer, Acting colleague, Acting head) {
        this.name = name;
        this.officer = officer;
        this.colleague = colleague;
        this.head = head;
    }

    static Department with(People people) {
        int number = MADE.incrementAndGet();
        String name = "测试" + number + "局";
        return new Department(
                name,
                enter(people, "o" + number, name, Role.OFFICER),
                enter(people, "c" + number, name, Role.OFFICER),
                enter(people, "h" + number, name, Role.LEADER));
    }

    /// Officers and nobody above them.
    static Department withoutHead(People people) {
        int number = MADE.incrementAndGet();
        String name = "测试" + number + "局";
        Acting officer = enter(people, "o" + number, name, Role.OFFICER);
        return new Department(name, officer, enter(people, "c" + number, name, Role.OFFICER), officer);
    }

    static Acting enter(People people, String account, String department, Role... roles) {
        Person person = new Person("case-" + account, "测试员" + account, department, Set.of(roles));
        people.register(person, "not-to-be-guessed");
        return new Acting(person, null);
    }

    static Acting owner(CreditCode firm) {
        Person person = new Person("owner-of-a-firm", "店主（测试）", "", Set.of());
        return new Acting(
                person, new Mandate(1, firm, person.account(), Mandate.Capacity.OWNER, Set.of(), null, "test"));
    }

    static Acting agent(CreditCode firm, LocalDate until, Mandate.Purpose... purposes) {
        Person person = new Person("agent-of-a-firm", "代办（测试）", "", Set.of());
        return new Acting(
                person,
                new Mandate(2, firm, person.account(), Mandate.Capacity.AGENT, Set.of(purposes), until, "test"));
    }

    /// An application that this department's officer handles.
    NewCase application() {
        return NewCase.of("application", "食品经营许可", "江畔小馆（测试）", name).handledBy(officer.account());
    }
}
