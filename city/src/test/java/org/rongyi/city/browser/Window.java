package org.rongyi.city.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A window of the browser, used by one visit after the other: to open one takes longer than to open a page in it.
/// Whoever leaves takes their cookies along.
final class Window {
    private static final double TIMEOUT_MS = 15_000;

    private final BrowserContext context;
    private final Page page;
    private final Consumer<Window> left;
    private final List<String> faults = new ArrayList<>();

    /// @param left is told when a visit has ended
    Window(BrowserContext context, Consumer<Window> left) {
        this.context = context;
        this.left = left;
        context.setDefaultTimeout(TIMEOUT_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("script: " + error));
        page.onRequestFailed(request -> {
            // A line that is kept open for news ends with the page.
            if (!request.resourceType().equals("eventsource")) {
                faults.add("failed: " + request.url() + " " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                faults.add(response.status() + ": " + response.request().method() + " " + response.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /// What went wrong so far; the list itself, to be emptied.
    List<String> faults() {
        return faults;
    }

    void leave() {
        page.navigate("about:blank");
        page.setViewportSize(Visit.WIDE, Visit.HIGH);
        context.clearCookies();
        faults.clear();
        left.accept(this);
    }
}
