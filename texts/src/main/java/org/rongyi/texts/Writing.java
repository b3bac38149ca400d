package org.rongyi.texts;

/// What somebody wrote.
///
/// @param subject what it is about in a few words, which tell as much as all the others; may be empty
public record Writing(String subject, String text) {

    boolean isBlank() {
        return subject.isBlank() && text.isBlank();
    }

    /// Both, the subject first.
    String whole() {
        return subject.isBlank() ? text : subject + "\n" + text;
    }
}
