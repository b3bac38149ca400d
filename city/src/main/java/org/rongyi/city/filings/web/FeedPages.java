package org.rongyi.city.filings.web;

import java.nio.charset.StandardCharsets;
import org.rongyi.city.filings.FilingCalendar;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a calendar program reads, which cannot sign in: whoever has the address may.
@Controller
class FeedPages {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FilingCalendar calendar;

    FeedPages(FilingCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/feeds/{secret}.ics")
    ResponseEntity<String> feed(@PathVariable String secret) {
        return calendar.feed(secret)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Robots-Tag", "noindex")
                        .body(text))
                .orElse(ResponseEntity.notFound().build());
    }
}
