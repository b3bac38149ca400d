package org.rongyi.city.cases;

import java.util.List;
import org.rongyi.city.cases.Case.Standing;
import org.rongyi.definitions.CaseKind.Who;

/// A case goes from department to department: at first freely, back as returned, to and fro as disputed, then by
/// decision.
final class Passing {
    private static final int RETURNS_OF_A_DISPUTE = 2;

    private Passing() {}

    /// Who may say that this person handles the case: a free one may be taken by every officer of its department.
    static List<Who> assigning(CaseRow file, Actor by, String account) {
        if (file.standing == Standing.DISPUTED || file.standing == Standing.REOPENED) {
            return Rights.DECIDING;
        }
        boolean takes =
                by instanceof Actor.Person(var acting) && acting.account().equals(account);
        return takes && file.handler == null ? Rights.TAKING : Rights.ASSIGNING;
    }

    static List<Who> passing(CaseRow file) {
        if (file.standing == Standing.DISPUTED || file.standing == Standing.REOPENED) {
            return Rights.DECIDING;
        }
        return file.handler == null ? Rights.PASSING_FREE : Rights.PASSING;
    }

    /// Whether its department may still say that it is none of its business.
    static boolean disputable(CaseRow file) {
        return file.kind.assignment().disputable()
                && switch (file.standing) {
                    case NEW, HANDED_OVER, RETURNED -> true;
                    case DISPUTED, SETTLED, REOPENED -> false;
                };
    }

    /// The case goes to another department, without a handler there.
    static Entry.What pass(CaseRow file, String unit) {
        boolean decided = file.standing == Standing.DISPUTED || file.standing == Standing.REOPENED;
        boolean back = file.passed.contains(unit);
        if (!file.passed.contains(file.unit)) {
            file.passed.add(file.unit);
        }
        file.unit = unit;
        file.handBy(null);
        if (decided) {
            file.standing = Standing.SETTLED;
            return Entry.What.HANDED_OVER;
        }
        if (!back) {
            file.standing = Standing.HANDED_OVER;
            return Entry.What.HANDED_OVER;
        }
        file.returns++;
        if (file.returns < RETURNS_OF_A_DISPUTE) {
            file.standing = Standing.RETURNED;
            return Entry.What.RETURNED;
        }
        file.standing = Standing.DISPUTED;
        return Entry.What.DISPUTED;
    }
}
