package org.rongyi.city.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;

/// For those who issue: the types of licences with their templates, and what happens when one of them, or a
/// key, is changed. Templates are data of the city (`documents.yaml`), changed there or by
/// [LicenceTemplates]: their fields are elements.
public interface Issuers {
    /// @param version of the template that holds now; 0: the file's own
    /// @param running how many the department has issued that have not come to an end
    /// @param older how many of them were written by an earlier template
    /// @param mine whether the department issues them, and so changes the template
    record Type(
            String id,
            Words name,
            String office,
            @Nullable Integer years,
            List<Field> fields,
            int version,
            long running,
            long older,
            boolean mine) {
        public Type {
            fields = List.copyOf(fields);
        }
    }

    /// @param label as it stands on the licence
    record Field(String label, String element, Words name) {}

    List<Type> types(String unit);

    /// A page of the template with the names of its fields, as PDF, sealed by nobody; empty: no such type.
    Optional<byte[]> preview(String type);

    /// How many one person may issue anew without a second one.
    int alone();

    /// Issues all of a type anew that the department has issued, in the background; each old one ends with
    /// its successor. It goes on where it stood when the process is started again. Where they are many, a
    /// second officer of the department confirms it first.
    Beginning reissue(Acting by, String type, String reason);

    enum Beginning {
        BEGUN,
        /// They are many: it waits for a second person.
        WAITS,
        NO_REASON,
        NO_TYPE,
        /// One at a time.
        RUNNING,
        /// There is none.
        NOTHING
    }

    /// What a second person says to a run that waits.
    ///
    /// @param yes false: it is not done; whoever asked for it may say so too
    Confirming confirm(Acting by, long run, boolean yes);

    enum Confirming {
        DONE,
        /// Nobody confirms what they asked for themselves.
        YOUR_OWN,
        /// The template was changed since it was asked for: what would be issued is not what was asked.
        OTHER_TEMPLATE,
        /// It does not wait, or is another department's.
        NOT_NOW
    }

    /// The newest first.
    List<Run> runs(String unit);

    /// @param template its version, by which all of them are written; 0: the file's own; null: not noted
    /// @param person who asked for it
    /// @param account of that person
    /// @param second who confirmed it; null: nobody had to, or has yet
    /// @param waits for a second person
    /// @param dropped it was not done
    /// @param failed that could not be issued anew and were passed over
    record Run(
            long id,
            String type,
            @Nullable Integer template,
            String reason,
            String person,
            String account,
            @Nullable String second,
            Instant begunAt,
            int total,
            int done,
            int failed,
            boolean waits,
            boolean dropped,
            boolean ended) {}
}
