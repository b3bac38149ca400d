package org.rongyi.city.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;

/// Pages without a city around them.
public final class TestPages {
    private TestPages() {}

    public static Page chinese(LocalDate today) {
        return page(new Format(Language.ZH, today, CityWords.CHINA));
    }

    public static Page english(LocalDate today) {
        return page(new Format(Language.EN, today, CityWords.CHINA));
    }

    static Page page(Format format) {
        Navigation none = new Navigation() {
            @Override
            public List<Network> networks() {
                return List.of();
            }

            @Override
            public List<Link> footer() {
                return List.of();
            }
        };
        Page.Surroundings surroundings =
                new Page.Surroundings(request -> Optional.empty(), none, path -> path, chinese -> chinese, true);
        return new Page(new MockHttpServletRequest("GET", "/policies"), format, CityWords.unnamed(), surroundings);
    }
}
