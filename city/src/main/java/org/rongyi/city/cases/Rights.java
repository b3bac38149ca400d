package org.rongyi.city.cases;

import java.util.List;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Who;

/// Who may do what to a case.
final class Rights {
    private static final Who.InRole HEAD = new Who.InRole(Role.LEADER.name(), Who.InRole.OWN);

    /// Who lets clocks stand and run again, and asks for more time.
    static final List<Who> HANDLING = List.of(Who.Party.HANDLER, Who.Party.OWNER);

    /// Who says who handles a case.
    static final List<Who> ASSIGNING = List.of(Who.Party.HANDLER, Who.Party.OWNER, HEAD, Who.Party.HOUSE);

    /// Who gives a case to another department.
    static final List<Who> PASSING = List.of(Who.Party.HANDLER, Who.Party.OWNER, HEAD, Who.Party.HOUSE);

    /// While nobody handles it, every officer of the department may take it or pass it on.
    static final List<Who> TAKING = List.of(Who.Party.UNIT, Who.Party.OWNER, HEAD, Who.Party.HOUSE);

    static final List<Who> PASSING_FREE = List.of(Who.Party.UNIT, Who.Party.OWNER, HEAD, Who.Party.HOUSE);

    /// A dispute is decided by whoever was told of it.
    static final List<Who> DECIDING = List.of(Who.Party.OWNER);

    /// How long a clock will be is said by the room that opened the case.
    static final List<Who> PROMISING = List.of(Who.Party.HOUSE);

    static final List<Who> COMMENTING =
            List.of(Who.Party.UNIT, Who.Party.HANDLER, Who.Party.OWNER, Who.Party.HOUSE, HEAD);

    private Rights() {}

    /// @param event one that its kind lets this actor bring about
    static boolean may(CaseKind.Event event, Actor actor, CaseRow file) {
        return may(event.by(), actor, file) && !(event.independent() && involved(actor, file));
    }

    /// Whoever had it in hand does not judge it. A room of the house asks for itself who is behind it.
    private static boolean involved(Actor actor, CaseRow file) {
        return actor instanceof Actor.Person(Acting acting) && file.handledBy(acting.account());
    }

    /// What comes from the department alone waits until the steps inside are done.
    static boolean waitsForSteps(CaseKind.Event event) {
        return event.by().stream()
                .noneMatch(who -> who == Who.Party.FIRM
                        || who == Who.Party.CLOCK
                        || who == Who.Party.HOUSE && !event.by().contains(Who.Party.HANDLER));
    }

    /// Whoever works on it or leads it may leave a remark.
    static boolean mayComment(Actor actor, CaseRow file) {
        return may(COMMENTING, actor, file)
                || actor instanceof Actor.Person(Acting acting) && leads(acting, file, false);
    }

    static boolean may(List<Who> who, Actor actor, CaseRow file) {
        return who.stream().anyMatch(each -> may(each, actor, file));
    }

    private static boolean may(Who who, Actor actor, CaseRow file) {
        return switch (actor) {
            case Actor.House _ -> who == Who.Party.HOUSE;
            case TheClock _ -> who == Who.Party.CLOCK;
            case Actor.Person(Acting acting) -> may(who, acting, file);
        };
    }

    private static boolean may(Who who, Acting acting, CaseRow file) {
        Person person = acting.person();
        return switch (who) {
            case Who.InRole role -> {
                String department = Owners.department(role, file.unit);
                yield acting.has(Role.valueOf(role.role()))
                        && (department == null || department.equals(person.department()));
            }
            case Who.Party party ->
                switch (party) {
                    case HANDLER -> acting.has(Role.OFFICER) && person.account().equals(file.handler);
                    case OWNER -> serves(acting) && person.account().equals(file.owner);
                    case UNIT -> acting.has(Role.OFFICER) && person.department().equals(file.unit);
                    case FIRM -> actsFor(acting, file);
                    case HOUSE, CLOCK -> false;
                };
        };
    }

    private static boolean serves(Acting acting) {
        return acting.has(Role.OFFICER)
                || acting.has(Role.LEADER)
                || acting.has(Role.ADMINISTRATOR)
                || acting.has(Role.ARBITER);
    }

    private static boolean actsFor(Acting acting, CaseRow file) {
        Mandate mandate = acting.mandate();
        return isApplicant(acting, file)
                || mandate != null && mandate.firm().equals(file.firm) && mandate.allows(Mandate.Purpose.APPLY);
    }

    private static boolean isApplicant(Acting acting, CaseRow file) {
        return acting.account().equals(file.person);
    }

    /// Heads see the cases of their department; who leads a department that a level of the kind names sees them all.
    private static boolean leads(Acting acting, CaseRow file, boolean here) {
        String department = acting.person().department();
        return acting.has(Role.LEADER)
                && (here
                        || file.kind.levels().stream()
                                .anyMatch(
                                        level -> department.equals(level.owner().unit())));
    }

    /// Whoever is asked aside by the name of a role, such as who decides disputes, sees what was and may be asked.
    private static boolean aside(Acting acting, CaseRow file) {
        return file.kind.levels().stream()
                .anyMatch(level ->
                        level.aside() && acting.has(Role.valueOf(level.owner().role())));
    }

    /// Whoever has or had it, whoever answers for it, its leaders, and the applicant.
    static boolean maySee(Acting acting, CaseRow file) {
        Person person = acting.person();
        Mandate mandate = acting.mandate();
        boolean here = person.department().equals(file.unit) || file.passed.contains(person.department());
        return leads(acting, file, here)
                || aside(acting, file)
                || isApplicant(acting, file)
                || acting.has(Role.OFFICER) && here
                || serves(acting) && person.account().equals(file.owner)
                || mandate != null && mandate.firm().equals(file.firm) && mandate.allows(Mandate.Purpose.VIEW);
    }
}
