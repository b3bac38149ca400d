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
        };
    }

    static CaseKind.Clock clock(CaseRow file) {
        CaseKind.Delay delay = delay(file);
        return new CaseKind.Clock(
                ClockRow.ASSIGNMENT,
                NAME,
                new CaseKind.Length(delay.workingDays(), null),
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
            case DISPUTED -> new Words("两个部门互相退件，请裁定由谁办", "Two departments send it to and fro: decide");
        };
    }
}
