package org.rongyi.texts;

import java.time.LocalDate;

/// Something that somebody reported, as far as [Topics] needs it.
///
/// @param reporter who; whoever reports a matter five times is one voice
/// @param place code or name of the area, compared as it is; may be empty
public record Report(String key, String reporter, Meaning meaning, String place, LocalDate day) {}
