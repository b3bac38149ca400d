package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;

/// Makes the [Page] of a request, once.
final class Pages {
    private static final String ATTRIBUTE = Page.class.getName();
    private final Clock clock;
    private final CityWords city;
    private final Page.Surroundings surroundings;

    Pages(Clock clock, CityWords city, Page.Surroundings surroundings) {
        this.clock = clock;
        this.city = city;
        this.surroundings = surroundings;
    }

    Page of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Page page) {
            return page;
        }
        LocalDate today = city.today(clock);
        Format format = new Format(LanguageFilter.of(request), today, city.zone());
        Page page = new Page(request, format, city, surroundings);
        request.setAttribute(ATTRIBUTE, page);
        return page;
    }
}
