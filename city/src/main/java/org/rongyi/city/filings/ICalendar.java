package org.rongyi.city.filings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Days of a firm as iCalendar (RFC 5545): lines end with CR LF, are folded after 75 bytes, and texts
/// are escaped.
final class ICalendar {
    private static final int LONGEST = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();
    private final Instant now;

    ICalendar(String name, Instant now) {
        this.now = now;
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Rongyi//filings//ZH");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        line("X-WR-CALNAME", escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    }

    /// A whole day, which keeps nobody from meeting.
    ///
    /// @param uid the same for the same event, so that it moves and is not doubled
    ICalendar day(String uid, LocalDate day, String title, String text) {
        line("BEGIN", "VEVENT");
        line("UID", escaped(uid));
        line("DTSTAMP", MOMENT.format(now));
        line("DTSTART;VALUE=DATE", day.format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE", day.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("SUMMARY", escaped(title));
        line("DESCRIPTION", escaped(text));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
        return this;
    }

    String end() {
        line("END", "VCALENDAR");
        return out.toString();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /// A line is folded between characters: half of one is none.
    private void line(String name, String value) {
        String whole = name + ":" + value;
        int bytes = 0;
        for (int i = 0; i < whole.length(); ) {
            int sign = whole.codePointAt(i);
            String text = Character.toString(sign);
            int more = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(text);
            bytes += more;
            i += Character.charCount(sign);
        }
        out.append("\r\n");
    }
}
