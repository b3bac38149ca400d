package org.rongyi.city.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The checks that every page passes do find what they look for.
@CityTest
class BrowserTest {
    private static final String WELL = """
            <!doctype html><html lang="zh"><head><title>好</title></head><body><main><h1>好页</h1>
            <a href="#a">继续</a></main></body></html>""";

    private final Browser browser;

    BrowserTest(@Autowired Browser browser) {
        this.browser = browser;
    }

    @Test
    void aGoodPageIsWell() {
        try (Visit visit = browser.visitor()) {
            visit.go("/sign-in").page().setContent(WELL);
            visit.axeFindsNothing()
                    .width(320)
                    .doesNotScrollSideways()
                    .focusIsVisible()
                    .nothingFailed();
        }
    }

    @Test
    void aPictureWithoutWordsIsFound() {
        try (Visit visit = browser.visitor()) {
            visit.go("/sign-in").page().setContent(WELL.replace("</h1>", "</h1><img>"));
            assertThatThrownBy(visit::axeFindsNothing).hasMessageContaining("image-alt");
        }
    }

    @Test
    void onlyAPageBuiltOtherwiseIsAskedAboutAgain() {
        try (Visit visit = browser.visitor()) {
            visit.page().setContent(WELL.replace("</h1>", "</h1><ul><li>一</ul>"));
            Axe.hasSeen(visit.page());
            visit.page()
                    .setContent(
                            WELL.replace("</h1>", "</h1><ul><li>一<li>二</ul>").replace("好页", "A good page"));
            assertThat(Axe.hasSeen(visit.page()))
                    .as("one row more, in another language")
                    .isTrue();
            for (String other :
                    List.of("<ul><li></ul>", "<ul><li class=x>一</ul>", "<ol><li>一</ol>", "<ul><li id=a>一</ul>")) {
                visit.page().setContent(WELL.replace("</h1>", "</h1>" + other));
                assertThat(Axe.hasSeen(visit.page())).as(other).isFalse();
            }
        }
    }

    @Test
    void aWideTableIsFound() {
        try (Visit visit = browser.visitor().width(320)) {
            visit.page().setContent(WELL.replace("</h1>", "</h1><table style='width:600px'><tr><td>宽</table>"));
            assertThatThrownBy(visit::doesNotScrollSideways).hasMessageContaining("TABLE");
        }
    }

    @Test
    void focusThatCannotBeSeenIsFound() {
        try (Visit visit = browser.visitor()) {
            visit.page().setContent(WELL.replace("<a ", "<a style='outline:none' "));
            assertThatThrownBy(visit::focusIsVisible).hasMessageContaining("focus that cannot be seen");
        }
    }

    @Test
    void anErrorOnTheConsoleIsFound() {
        Visit visit = browser.visitor();
        visit.page().setContent(WELL);
        visit.page().evaluate("() => console.error('something broke')");
        assertThatThrownBy(visit::close).hasMessageContaining("something broke");
    }
}
