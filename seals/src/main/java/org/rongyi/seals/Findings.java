package org.rongyi.seals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rongyi.seals.Verdict.Answer;

/// Collects the answers. A check that failed once has failed; the first reason is told.
final class Findings {
    private final Map<Check, Answer> answers = new EnumMap<>(Check.class);

    void expect(Check check, boolean holds, String otherwise) {
        Answer before = answers.get(check);
        if (before == null || before.holds()) {
            answers.put(check, new Answer(check, holds, holds ? "" : otherwise));
        }
    }

    void holds(Check check) {
        expect(check, true, "");
    }

    void fails(Check check, String why) {
        expect(check, false, why);
    }

    List<Answer> all() {
        return new ArrayList<>(answers.values());
    }
}
