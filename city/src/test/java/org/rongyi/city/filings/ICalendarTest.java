package org.rongyi.city.filings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What calendar programs read, as RFC 5545 has it.
class ICalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aDayIsWrittenAsAWholeDay() {
        String text = new ICalendar("面馆", NOW)
                .day("vat/2026-10@x", LocalDate.of(2026, 12, 31), "报税", "最后一天")
                .end();
        assertThat(text.split("\r\n"))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Rongyi//filings//ZH",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:面馆",
                        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
                        "BEGIN:VEVENT",
                        "UID:vat/2026-10@x",
                        "DTSTAMP:20261123T020000Z",
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270101",
                        "SUMMARY:报税",
                        "DESCRIPTION:最后一天",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR");
        assertThat(text).endsWith("\r\n");
    }

    @Test
    void whatWouldEndAValueIsEscaped() {
        assertThat(ICalendar.escaped("a,b;c\\d\r\ne\u0007f")).isEqualTo("a\\,b\\;c\\\\d\\nef");
        String text = new ICalendar("x\r\nBEGIN:VEVENT", NOW).end();
        assertThat(text.split("\r\n")).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void longLinesAreFoldedBetweenCharactersAndComeBackWhole() {
        for (String sign : List.of("税", "a", "😀", "é")) {
            String title = sign.repeat(200);
            String text =
                    new ICalendar("", NOW).day("u", LocalDate.EPOCH, title, "").end();
            assertThat(text.split("\r\n"))
                    .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                            .isLessThanOrEqualTo(75));
            assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n");
            assertThat(text).doesNotContain("\ufffd");
        }
    }
}
