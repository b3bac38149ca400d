package org.rongyi.city.cases;

import java.util.List;
import java.util.Set;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.Words;

/// The kernel's own clock: how long a case may be without a handler, and what its level is told then.
final class Assignments {
    private static final Words NAME = new Words("分派", "Assignment");

    private Assignments() {}

    static CaseKind.Delay delay(CaseRow file) {
        return switch (file.standing) {
            case NEW, HANDED_OVER, SETTLED -> file.kind.assignment().unassigned();
            case RETURNED -> file.kind.assignment().returned();
            case DISPUTED -> file.kind.assignment().disputed();
            case REOPENED -> new CaseKind.Delay(0, Math.max(0, file.floor()));
        };
    }

    static CaseKind.Clock clock(CaseRow file) {
        CaseKind.Delay delay = delay(file);
        return new CaseKind.Clock(
                ClockRow.ASSIGNMENT,
                NAME,
                CaseKind.Length.ofWorkingDays(delay.workingDays()),
                false,
                null,
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                null,
                0,
                null,
                List.of(new CaseKind.Raise(0, delay.level())));
    }

    static Words told(CaseRow file) {
        return switch (file.standing) {
            case NEW, HANDED_OVER, SETTLED -> new Words("没有人办，请指定经办人", "Nobody handles it: name an officer");
            case RETURNED -> new Words("部门退件，请指定经办人", "It was sent back: name an officer");
            case DISPUTED ->
                file.returns > 0
                        ? new Words("两个部门互相退件，请裁定由谁办", "Two departments send it to and fro: decide")
                        : new Words("部门说不归它办，请裁定由谁办", "The department disputes it: decide whose it is");
            case REOPENED -> new Words("没有办好，重办，请换一个人", "Not solved, reopened: name another handler");
        };
    }
}
