package org.rongyi.city.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One person's time in the browser: its own cookies, one page, and a record of everything that went wrong on it.
///
/// Closing it fails the test when the browser's console showed an error or a request failed without being expected.
public final class Visit implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 320;
    static final int HIGH = 900;

    /// With `-Dnoscripts` every story is walked without JavaScript; axe, which is a script, is not asked then.
    static final boolean WITHOUT_SCRIPTS = System.getProperty("noscripts") != null;

    private static final boolean PICTURES = System.getProperty("pictures") != null;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Window window;
    private final Page page;
    private final String address;
    private final List<String> faults;

    Visit(Window window, String address) {
        this.window = window;
        this.page = window.page();
        this.faults = window.faults();
        this.address = address;
    }

    public Page page() {
        return page;
    }

    /// Opens a page of the city, e.g. `/policies`, and waits until it is whole.
    public Visit go(String path) {
        page.navigate(address + path);
        return settled();
    }

    public Visit click(String visibleText) {
        page.getByText(visibleText, new Page.GetByTextOptions().setExact(true))
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setVisible(true))
                .first()
                .click();
        return settled();
    }

    /// A page is whole when it has loaded: none asks for anything afterwards.
    public Visit settled() {
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /// The path of the page on show, with its query.
    public String at() {
        return page.url().startsWith(address) ? page.url().substring(address.length()) : page.url();
    }

    /// In one question to the page: a locator first takes its own script there, which takes longer than to draw it.
    public String text() {
        return String.valueOf(page.evaluate("() => document.body.innerText"));
    }

    /// A no-break space between a number and its unit reads as a space.
    public Visit shows(String... texts) {
        String[] plain = Arrays.stream(texts).map(Visit::plain).toArray(String[]::new);
        assertThat(plain(text())).as("the page " + at()).contains(plain);
        return this;
    }

    /// On paper the page shows the first and not the second.
    public Visit onPaper(String shown, String left) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String printed = plain(text());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(printed).as("the page " + at() + " on paper").contains(shown).doesNotContain(left);
        return this;
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /// Signs in as the form of the sign-in page does, but draws neither it nor the page after it.
    public Visit signedIn(String account, String password) {
        Matcher csrf =
                CSRF.matcher(page.context().request().get(address + "/sign-in").text());
        assertThat(csrf.find()).as("a form on the sign-in page").isTrue();
        FormData form = FormData.create()
                .set("_csrf", csrf.group(1))
                .set("account", account)
                .set("password", password);
        APIResponse answer = page.context()
                .request()
                .post(
                        address + "/sign-in",
                        RequestOptions.create().setForm(form).setMaxRedirects(0));
        assertThat(answer.headers().getOrDefault("location", "/sign-in"))
                .as("signed in as %s", account)
                .doesNotContain("/sign-in");
        return this;
    }

    /// Signs in on the sign-in page and stands on the page that the person is led to.
    Visit signIn(String account, String password) {
        go("/sign-in");
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", password);
        page.click("main button[type=submit]");
        settled();
        assertThat(at()).as("signed in as %s", account).doesNotStartWith("/sign-in");
        return this;
    }

    public Visit inEnglish() {
        return inLanguage("en");
    }

    public Visit inChinese() {
        return inLanguage("zh");
    }

    private Visit inLanguage(String language) {
        String here = at().replaceFirst("#.*", ""); // behind a place in the page the language would not be sent
        return go(here + (here.contains("?") ? "&" : "?") + "lang=" + language);
    }

    /// Everything that holds for every page: nothing for axe to find, nothing sideways at 320 pixels, visible
    /// focus, no fault so far. Of pages built alike axe and the focus are asked once. With `-Dpictures` a
    /// screenshot of both widths is kept under `target/screenshots`.
    public Visit isWell(String name) {
        assertThat(page.content()).as("template code left on %s", at()).doesNotContain("${");
        if (WITHOUT_SCRIPTS) {
            return screenshot(name).nothingFailed();
        }
        boolean seen = Axe.hasSeen(page);
        if (!seen) {
            axeFindsNothing();
        }
        screenshot(name);
        width(NARROW);
        doesNotScrollSideways();
        if (!seen) {
            assertThat(Axe.violationsOfWidth(page, address))
                    .as("accessibility of %s at %s pixels", at(), NARROW)
                    .isEmpty();
        }
        screenshot(name + "-320");
        width(WIDE);
        if (!seen) {
            focusIsVisible();
        }
        nothingFailed();
        return this;
    }

    public Visit axeFindsNothing() {
        assertThat(Axe.violations(page, address))
                .as("accessibility of %s", at())
                .isEmpty();
        return this;
    }

    public Visit width(int pixels) {
        page.setViewportSize(pixels, HIGH);
        return this;
    }

    /// At the width of now the page itself does not scroll sideways; a table may do so inside its own frame.
    public Visit doesNotScrollSideways() {
        Object beyond = page.evaluate("""
                () => {
                  const room = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= room) return '';
                  return [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > room + 1)
                    .slice(0, 8)
                    .map(e => e.tagName + '.' + e.className + ' to ' + Math.round(e.getBoundingClientRect().right))
                    .join('; ') || 'wider than ' + room;
                }""");
        assertThat(beyond).as("sideways scrolling of %s", at()).isEqualTo("");
        return this;
    }

    /// The first stops of the Tab key, by keyboard: first the way to the content, none out of order, each
    /// on show and other than without focus. All in one question to the page, for a question takes longer
    /// than its answer.
    public Visit focusIsVisible() {
        page.keyboard().press("Tab");
        Object fault = page.evaluate("""
                () => {
                  const look = n => { const s = getComputedStyle(n);
                    return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor, s.color,
                      s.borderColor, s.textDecoration].join('|'); };
                  const pseudo = n => { const s = getComputedStyle(n, "::before");
                    return s.boxShadow + s.outline; };
                  const stops = [...document.querySelectorAll(
                      'a[href],button,input,select,textarea,summary,[tabindex]')]
                    .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}))
                    .slice(0, 8);
                  const ours = document.querySelector('.govuk-template');
                  if (ours && !stops[0].matches('.govuk-skip-link[href="#main"]')) {
                    return 'before the way to the content: ' + stops[0].outerHTML.slice(0, 160);
                  }
                  const jumps = [...document.querySelectorAll('[tabindex]')].find(e => e.tabIndex > 0);
                  if (jumps) return 'out of order: ' + jumps.outerHTML.slice(0, 160);
                  for (const e of stops) {
                    e.focus({preventScroll: true});
                    if (document.activeElement !== e) continue;
                    const near = e.matches('input[type=radio],input[type=checkbox]') && e.labels.length
                      ? e.labels[0] : e;
                    const withFocus = look(e) + look(near) + pseudo(near);
                    e.blur();
                    const without = look(e) + look(near) + pseudo(near);
                    if (withFocus === without) return e.outerHTML.slice(0, 160);
                  }
                  return '';
                }""");
        assertThat(fault).as("focus that cannot be seen on %s", at()).isEqualTo("");
        return this;
    }

    /// For people to look at, when they ask for it: a picture of a whole page takes as long as opening it.
    public Visit screenshot(String name) {
        if (!PICTURES) {
            return this;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /// Nothing failed so far; what did is forgotten afterwards.
    public Visit nothingFailed() {
        List<String> seen = List.copyOf(faults);
        faults.clear();
        assertThat(seen).as("what went wrong on %s", at()).isEmpty();
        return this;
    }

    /// While the network is gone: what fails then for want of it is no fault.
    public Visit withoutNetwork(Runnable what) {
        page.context().setOffline(true);
        try {
            what.run();
        } finally {
            page.context().setOffline(false);
        }
        faults.removeIf(fault -> fault.contains("ERR_INTERNET_DISCONNECTED"));
        return this;
    }

    /// One answer with this status was right, e.g. 422 for a form with an error; anything else stays a fault.
    public Visit expected(int status) {
        assertThat(faults.removeIf(fault -> fault.startsWith(status + ": ")))
                .as("an answer %s on %s", status, at())
                .isTrue();
        return this;
    }

    @Override
    public void close() {
        List<String> seen = List.copyOf(faults);
        window.leave();
        assertThat(seen).as("what went wrong on the visit").isEmpty();
    }
}
