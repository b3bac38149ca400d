package org.rongyi.city.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.documents.Issuers.Field;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;

/// Changes the templates of licences without their file: each change is a new version, and the next licence
/// is written by it. What was issued before stays as it is until it is issued anew. Once the file says
/// something else, the file counts.
public interface LicenceTemplates {
    /// @param lines one field a line: its label, an equals sign, the element by its name or id
    /// @param years how long a licence counts; empty: without end
    record Wording(String lines, String years) {}

    /// Empty where there is no such type, or another department issues it.
    Optional<Open> open(Acting by, String type);

    /// @param version that holds now; 0: the file's own
    /// @param putAside the newest version of a page, where the file has changed since and counts instead
    record Open(
            String type,
            Words name,
            int version,
            Wording wording,
            @Nullable Integer putAside,
            List<Version> versions) {}

    /// @param person who published it
    record Version(int number, List<Field> fields, @Nullable Integer years, String reason, String person, Instant at) {}

    /// What is wrong with it and what it would change; nothing is kept.
    Trial tryOut(String type, Wording wording);

    /// @param notes what is worth a look and forbids nothing
    /// @param before the fields as they are now
    record Trial(
            List<Wrong> wrong,
            List<Wrong> notes,
            boolean changes,
            List<Field> before,
            List<Field> fields,
            @Nullable Integer years) {
        public boolean sound() {
            return wrong.isEmpty();
        }
    }

    /// @param line of the text, from 1; 0: the years
    record Wrong(int line, Words what) {}

    /// A page by this wording with the names of its fields, as PDF, sealed by nobody; empty where it is not
    /// sound.
    Optional<byte[]> preview(String type, Wording wording);

    /// @param seen version that the officer had before them
    Publishing publish(Acting by, String type, int seen, Wording wording, String reason);

    enum Publishing {
        DONE,
        NO_REASON,
        /// Somebody else was quicker.
        STALE,
        /// It has faults, or changes nothing.
        NOT_SOUND,
        NOT_YOURS
    }
}
