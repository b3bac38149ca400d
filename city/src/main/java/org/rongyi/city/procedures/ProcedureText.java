package org.rongyi.city.procedures;

import java.time.Instant;
import org.rongyi.definitions.procedure.Reading;

/// A file of a procedure as it was brought in. It never changes.
///
/// @param uploadedBy account; empty: it ships with the software
/// @param reading as it is read today: who works in which department may have changed since
public record ProcedureText(long id, String fileName, Instant uploadedAt, String uploadedBy, Reading reading) {
    public boolean shipped() {
        return uploadedBy.isEmpty();
    }

    public String name() {
        var procedure = reading.procedure();
        return procedure == null ? fileName : procedure.name().zh();
    }
}
