package org.rongyi.texts.pages;

/// What was read in a file.
///
/// @param text line by line, from above; empty where nothing was read, such as on a sketch
public record Reading(State state, String text) {
    public static Reading skipped() {
        return new Reading(State.SKIPPED, "");
    }

    public enum State {
        /// The file has a text of its own: every character is what its writer wrote.
        TEXT,
        /// Read from a picture: characters may be mistaken for others.
        PICTURE,
        /// It can be opened, and nothing at all is on it.
        BLANK,
        /// It cannot be opened: damaged, locked by a password, or of a form that nobody reads.
        UNREADABLE,
        /// It may be sound and was not read: too large, too slow, or in a form that is not decoded here.
        SKIPPED
    }
}
