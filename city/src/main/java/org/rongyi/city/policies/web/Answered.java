package org.rongyi.city.policies.web;

import java.io.Serializable;
import org.rongyi.city.policies.Match;
import org.rongyi.city.ui.OutcomeWord;

/// What was answered on a verdict; travels through the session to the page that says so.
///
/// @param values how many values were recorded
/// @param from name of the verdict before
public record Answered(int values, String from) implements Serializable {
    public OutcomeWord before() {
        return Match.Verdict.valueOf(from).word();
    }
}
