package org.rongyi.city.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguageFilterTest {
    private static MockHttpServletResponse get(String path, String query) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LanguageFilter().doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void theChoiceIsKeptAndLeadsBackToTheSamePage() throws ServletException, IOException {
        MockHttpServletResponse response = get("/search", "q=%E7%A8%8E&lang=en&page=2");
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/search?q=%E7%A8%8E&page=2");
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("rongyi_language=en")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({"//elsewhere.example, /elsewhere.example", "/\\elsewhere.example, /elsewhere.example"})
    void noAddressLeadsToAnotherSite(String path, String expected) throws ServletException, IOException {
        assertThat(get(path, "lang=zh").getHeader("Location")).isEqualTo(expected);
    }

    @Test
    void anUnknownLanguageChangesNothing() throws ServletException, IOException {
        assertThat(get("/search", "lang=fr").getStatus()).isEqualTo(200);
    }

    @Test
    void chineseComesFirstWhateverTheBrowserPrefers() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept-Language", "en-GB");
        assertThat(LanguageFilter.of(request)).isEqualTo(Language.ZH);
    }
}
