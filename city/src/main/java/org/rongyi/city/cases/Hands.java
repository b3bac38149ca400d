package org.rongyi.city.cases;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.CaseEvent.CaseAssigned;
import org.rongyi.city.cases.CaseEvent.CasePassed;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.CaseKind.Need;
import org.rongyi.definitions.CaseKind.Who;
import org.springframework.stereotype.Component;

/// In whose hands a case is: it is taken, given to a colleague, given to another department, disputed. Each answers
/// what
/// stands in the way, or null when it is done.
@Component
class Hands {
    private final Clockwork clockwork;
    private final People people;

    Hands(Clockwork clockwork, People people) {
        this.clockwork = clockwork;
        this.people = people;
    }

    @Nullable
    Handling assign(Work work, Step step, String account) {
        CaseRow file = work.file;
        List<Who> may = Passing.assigning(file, step.by(), account);
        if (!Rights.may(may, step.by(), file)) {
            return new Handling.NotYours(may);
        }
        if (!worksIn(account, file.unit)) {
            return new Handling.NoSuchColleague(account);
        }
        if (account.equals(file.handler)) {
            return new Handling.NotNow(file.view());
        }
        if (file.reopened > 0 && file.handled.contains(account) && others(file)) {
            return new Handling.HandledBefore(account);
        }
        if (file.standing == Case.Standing.DISPUTED || file.standing == Case.Standing.REOPENED) {
            file.standing = Case.Standing.SETTLED;
        }
        give(work, account, step);
        return null;
    }

    /// Whether somebody of the department has not had it yet: where all had, it must not wait for nobody.
    private boolean others(CaseRow file) {
        return people.holding(Role.OFFICER, file.unit).stream()
                .map(Person::account)
                .anyMatch(account -> !file.handled.contains(account));
    }

    /// Whoever does what makes a person the handler has it from now on, where nobody had.
    void take(Work work, Step step) {
        if (work.file.handler == null && step.by() instanceof Actor.Person(Acting acting)) {
            give(work, acting.account(), step);
        }
    }

    private void give(Work work, String account, Step step) {
        work.file.handBy(account);
        work.passed = true;
        work.note(Entry.What.ASSIGNED, null, account, step.grounds());
        work.events.add(new CaseAssigned(work.file.event(), account));
        clockwork.stopAssignment(work);
    }

    @Nullable
    Handling pass(Work work, Step step, String unit) {
        CaseRow file = work.file;
        if (!Rights.may(Passing.passing(file), step.by(), file)) {
            return new Handling.NotYours(Passing.passing(file));
        }
        if (file.standing == Case.Standing.SETTLED) {
            return new Handling.Settled(file.view());
        }
        if (people.holding(Role.OFFICER, unit).isEmpty()) {
            return new Handling.NoSuchUnit(unit);
        }
        boolean decided = file.standing == Case.Standing.DISPUTED;
        if (unit.equals(file.unit) && !decided) {
            return new Handling.NotNow(file.view());
        }
        if (step.grounds().reason() == null) {
            return new Handling.Missing(Set.of(Need.REASON));
        }
        clockwork.stopAssignment(work);
        Entry.What what = Passing.pass(file, unit);
        work.passed = true;
        work.note(what, null, unit, step.grounds());
        clockwork.startAssignment(work);
        work.events.add(new CasePassed(file.event(), file.unit, file.standing));
        return null;
    }

    @Nullable
    Handling dispute(Work work, Step step) {
        CaseRow file = work.file;
        if (!Rights.may(Passing.passing(file), step.by(), file)) {
            return new Handling.NotYours(Passing.passing(file));
        }
        if (!Passing.disputable(file)) {
            return new Handling.Settled(file.view());
        }
        if (step.grounds().reason() == null) {
            return new Handling.Missing(Set.of(Need.REASON));
        }
        clockwork.stopAssignment(work);
        file.handBy(null);
        file.standing = Case.Standing.DISPUTED;
        work.passed = true;
        work.note(Entry.What.DISPUTED, null, file.unit, step.grounds());
        clockwork.startAssignment(work);
        work.events.add(new CasePassed(file.event(), file.unit, file.standing));
        return null;
    }

    boolean worksIn(String account, String unit) {
        return people.find(account)
                .filter(person -> person.roles().contains(Role.OFFICER)
                        && person.department().equals(unit))
                .isPresent();
    }
}
