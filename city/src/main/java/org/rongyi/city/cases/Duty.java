package org.rongyi.city.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is on duty: the officer who answers where every level above a case is vacant.
public interface Duty {
    /// From this instant on, until the next such line.
    void set(Instant from, String account, String setBy);

    Optional<String> onDuty();

    /// The line in force and those to come, in order.
    List<Shift> shifts();

    record Shift(Instant from, String account) {}
}
