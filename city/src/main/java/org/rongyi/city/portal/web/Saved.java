package org.rongyi.city.portal.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.enterprises.Declarations;
import org.rongyi.city.policies.Judgement;
import org.rongyi.city.policies.Match;

/// What an answer changed; travels through the session to the page that says so.
///
/// @param values how many values were recorded
/// @param putOff how many questions the person did not know an answer to
/// @param changes policies that are judged otherwise now
public record Saved(int values, int putOff, ArrayList<Change> changes) implements Serializable {
    /// @param from name of the verdict before
    /// @param to name of the verdict now
    public record Change(String policyId, String from, String to) implements Serializable {}

    static Saved of(Declarations.Answers answers, Judgement before, Judgement after) {
        List<Change> changes = new ArrayList<>();
        for (Match now : after.matches()) {
            String id = now.policy().id();
            before.of(id)
                    .map(Match::verdict)
                    .filter(then -> then != now.verdict())
                    .ifPresent(then -> changes.add(
                            new Change(id, then.name(), now.verdict().name())));
        }
        return new Saved(answers.values().size(), answers.notSure().size(), new ArrayList<>(changes));
    }
}
