package org.rongyi.texts;

/// A text and the category that a person gave it.
public record Example(Writing writing, String label) {
    public Example {
        if (writing.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("an example needs a text and a label");
        }
    }

    /// A text without a subject.
    public Example(String text, String label) {
        this(new Writing("", text), label);
    }
}
