package org.rongyi.definitions.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file of a procedure says, and everything that was found on the way, in the order of its lines.
///
/// @param procedure as far as it can be drawn, faults or not; null: nothing of it can be read
public record Reading(@Nullable Procedure procedure, List<Note> notes) {
    public boolean sound() {
        return procedure != null && faults().isEmpty();
    }

    public List<Note> faults() {
        return notes.stream().filter(Note::isFault).toList();
    }

    public List<Note> mapped() {
        return notes.stream().filter(note -> !note.isFault()).toList();
    }
}
