package org.rongyi.city.applications;

import org.rongyi.definitions.Words;

/// Something that a department would ask to correct, found before anything is handed in. A finding refuses nothing: a
/// person decides.
///
/// @param rule name of the rule that found it
/// @param about id of an element or of a paper
/// @param reason what is wrong
/// @param basis where that stands
/// @param mend how to mend it
public record Finding(String rule, About kind, String about, Words reason, Words basis, Words mend) {
    public enum About {
        /// A question that decides which items apply.
        QUESTION,
        VALUE,
        PAPER
    }
}
