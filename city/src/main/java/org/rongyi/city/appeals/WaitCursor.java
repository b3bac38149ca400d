package org.rongyi.city.appeals;

import java.time.DateTimeException;
import java.time.Instant;

/// Behind which line a page of what waits begins: since when it waits, and its id.
record WaitCursor(Instant since, long id) {
    static final WaitCursor START = new WaitCursor(Instant.EPOCH, 0);

    static WaitCursor of(Seats.Line last) {
        return new WaitCursor(last.since(), last.appeal().id());
    }

    /// What is no cursor begins at the start.
    static WaitCursor read(String written) {
        if (!written.matches("\\d{4}-[0-9TZ:.-]{1,40}_\\d{1,18}")) {
            return START;
        }
        int between = written.indexOf('_');
        try {
            return new WaitCursor(
                    Instant.parse(written.substring(0, between)), Long.parseLong(written.substring(between + 1)));
        } catch (DateTimeException noMoment) {
            return START;
        }
    }

    String write() {
        return since + "_" + id;
    }
}
