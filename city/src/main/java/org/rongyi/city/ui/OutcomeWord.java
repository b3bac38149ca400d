package org.rongyi.city.ui;

import org.rongyi.definitions.Words;
import org.rongyi.rules.Outcome;

/// The four words of the outcome language. Each has a colour, a shape and a word; any one may be taken away.
public enum OutcomeWord {
    MET("符合", "Met", "ry-yes"),
    NOT_MET("不符合", "Not met", "ry-no"),
    NEED("待补充", "Need to know", "ry-ask"),
    NEARLY("差一点", "Nearly", "ry-near");

    private final Words words;
    private final String style;

    OutcomeWord(String zh, String en, String style) {
        this.words = new Words(zh, en);
        this.style = style;
    }

    /// The word for a clause: it has no 差一点 of its own, that belongs to the whole.
    public static OutcomeWord of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Holds() -> MET;
            case Outcome.Fails() -> NOT_MET;
            case Outcome.Unknown unknown -> NEED;
        };
    }

    public Words words() {
        return words;
    }

    /// Class name that gives the colour.
    public String style() {
        return style;
    }
}
