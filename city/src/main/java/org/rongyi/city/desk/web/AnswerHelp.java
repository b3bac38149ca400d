package org.rongyi.city.desk.web;

import java.util.List;

/// What an answer to an appeal may begin with.
///
/// @param answers how such appeals were answered before
/// @param cited policies and service items that its words name
public record AnswerHelp(List<String> answers, List<Cited> cited) {
    static final AnswerHelp NONE = new AnswerHelp(List.of(), List.of());

    /// @param words as an answer cites it
    public record Cited(String title, String href, String words) {}

    public boolean isEmpty() {
        return answers.isEmpty() && cited.isEmpty();
    }
}
