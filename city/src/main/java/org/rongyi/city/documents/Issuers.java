package org.rongyi.city.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Words;

/// For those who issue: the types of licences with their templates, and what happens when one of them, or a
/// key, is changed. The templates themselves are data of the city (`documents.yaml`): their fields are
/// elements.
public interface Issuers {
    /// @param running how many the department has issued that have not come to an end
    record Type(
            String id, Words name, String office, @Nullable Integer years, List<Field> fields, long running) {
        public Type {
            fields = List.copyOf(fields);
        }
    }

    /// @param label as it stands on the licence
    record Field(String label, String element, Words name) {}

    List<Type> types(String unit);

    /// A page of the template with the names of its fields, as PDF, sealed by nobody; empty: no such type.
    Optional<byte[]> preview(String type);

    /// Issues all of a type anew that the department has issued, in the background; each old one ends with
    /// its successor. It goes on where it stood when the process is started again.
    Beginning reissue(Acting by, String type, String reason);

    enum Beginning {
        BEGUN,
        NO_REASON,
        NO_TYPE,
        /// One at a time.
        RUNNING,
        /// There is none.
        NOTHING
    }

    /// The newest first.
    List<Run> runs(String unit);

    /// @param failed that could not be issued anew and were passed over
    record Run(String type, String reason, Instant begunAt, int total, int done, int failed, boolean ended) {}
}
