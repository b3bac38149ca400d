package org.rongyi.city.enterprises.registrations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;

/// What became, or is becoming, of one registration file.
///
/// @param asOf the day that the file speaks of
/// @param bytes size of the file
/// @param rows read so far, all but the header
/// @param unusedHeaders columns that the register has no use for
/// @param why what is wrong with an unreadable file; null otherwise
/// @param cellsForgottenAt when what stood in refused cells was deleted; null while it is kept
public record ImportRun(
        long id,
        String fileName,
        LocalDate asOf,
        Instant startedAt,
        String startedBy,
        State state,
        @Nullable Instant finishedAt,
        long bytes,
        long bytesRead,
        int rows,
        int newFirms,
        int changedFirms,
        int sameFirms,
        int refusedRows,
        int droppedValues,
        List<String> unusedHeaders,
        @Nullable Words why,
        @Nullable Instant cellsForgottenAt) {
    /// How long what stood in refused cells is kept: time enough to mend the file and to send it again.
    static final Period CELLS_KEPT = Period.ofDays(90);

    public enum State {
        RUNNING,
        /// To its end; rows and values may have been reported.
        READ,
        UNREADABLE,
        /// The process ended in the middle. What was taken stays; the same file again makes up for the rest.
        BROKEN_OFF
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /// When what stands in refused cells will be deleted; null while the file is read, and when it has been.
    public @Nullable Instant cellsKeptUntil() {
        return finishedAt == null || cellsForgottenAt != null ? null : finishedAt.plus(CELLS_KEPT);
    }

    public int takenFirms() {
        return newFirms + changedFirms + sameFirms;
    }

    public int problems() {
        return refusedRows + droppedValues;
    }

    /// How much of the file has been read, 0 to 100.
    public int percent() {
        return bytes == 0 ? 0 : (int) Math.min(100, 100 * bytesRead / bytes);
    }
}
