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

    private static final String DARK = "<div data-look='background:#333;height:60px'>";

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

    /// What was seen elsewhere is not asked about again; what looks otherwise is, wherever it stands.
    @Test
    void aFaintTextIsFoundWhateverWasSeenBefore() {
        String seen = "<div data-look='background:#fff'><p>一二三</p></div>";
        try (Visit visit = browser.visitor().go("/sign-in")) {
            looks(visit, seen);
            visit.axeFindsNothing();
            for (String faint : List.of(
                    seen.replace("<p>", "<p data-look='color:#bbb'>"),
                    seen.replace("#fff", "#333"),
                    seen.replace("<div ", "<div class=other ").replace("#fff", "#222"),
                    "<div data-look='background:#fff;opacity:.3'><p>一二三</p></div>",
                    DARK + "</div><p data-look='margin-top:-50px'>一二三</p>",
                    DARK + "</div><p data-look='position:relative;top:-60px'>一二三</p>",
                    DARK + "<p data-look='position:absolute'>一二三</p></div>")) {
                for (int times = 0; times < 2; times++) {
                    looks(visit, faint);
                    assertThat(Axe.violations(visit.page(), ""))
                            .as(faint)
                            .anySatisfy(fault -> assertThat(fault).contains("color-contrast"));
                }
            }
        }
    }

    /// The city's pages take no style from a page's text.
    private static void looks(Visit visit, String content) {
        visit.page().setContent(WELL.replace("</h1>", "</h1>" + content));
        visit.page().evaluate("""
                () => document.querySelectorAll('[data-look]').forEach(e => {
                  e.style.cssText = e.dataset.look;
                })""");
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
