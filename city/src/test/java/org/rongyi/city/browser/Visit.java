package org.rongyi.city.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One person's time in the browser: its own cookies, one page, and a record of everything that went wrong on it.
///
/// Closing it fails the test when the browser's console showed an error or a request failed without being expected.
public final class Visit implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 320;

    private static final boolean PICTURES = System.getProperty("pictures") != null;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double TIMEOUT_MS = 15_000;

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visit(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(TIMEOUT_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("script: " + error));
        page.onRequestFailed(request -> faults.add("failed: " + request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                faults.add(response.status() + ": " + response.request().method() + " " + response.url());
            }
        });
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

    public String text() {
        return page.locator("body").innerText();
    }

    /// A no-break space between a number and its unit reads as a space.
    public Visit shows(String... texts) {
        String[] plain = Arrays.stream(texts).map(Visit::plain).toArray(String[]::new);
        assertThat(plain(text())).as("the page " + at()).contains(plain);
        return this;
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

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
        return go(at() + (at().contains("?") ? "&" : "?") + "lang=" + language);
    }

    /// Everything that holds for every page: nothing for axe to find, nothing sideways at 320 pixels, visible focus, no
    /// fault so far. With `-Dpictures` a screenshot of both widths is kept under `target/screenshots`.
    public Visit isWell(String name) {
        assertThat(page.content()).as("template code left on %s", at()).doesNotContain("${");
        axeFindsNothing();
        screenshot(name);
        width(NARROW);
        doesNotScrollSideways();
        assertThat(Axe.violationsOfWidth(page))
                .as("accessibility of %s at %s pixels", at(), NARROW)
                .isEmpty();
        screenshot(name + "-320");
        width(WIDE);
        focusIsVisible();
        nothingFailed();
        return this;
    }

    public Visit axeFindsNothing() {
        assertThat(Axe.violations(page)).as("accessibility of %s", at()).isEmpty();
        return this;
    }

    public Visit width(int pixels) {
        page.setViewportSize(pixels, 900);
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

    /// The first stops of the Tab key, by keyboard: each is on show and looks different from when it has no
    /// focus. All in one question to the page, for a question takes longer than its answer.
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
        context.close();
        assertThat(seen).as("what went wrong on the visit").isEmpty();
    }
}
