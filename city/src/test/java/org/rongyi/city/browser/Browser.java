package org.rongyi.city.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The Chromium that every browser test shares; inject it into a [org.rongyi.city.CityTest].
///
/// ```java
/// try (Visit visit = browser.visitor()) {
///     visit.go("/policies").isWell("policies");
/// }
/// ```
/// Without a Chromium a test fails and names the command that installs one: it is never skipped.
public final class Browser implements AutoCloseable {
    private static final String DEMO_PASSWORD = "rongyi-demo";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Environment environment;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Deque<Window> free = new ArrayDeque<>();
    private final Deque<Window> freeWithoutScripts = new ArrayDeque<>();

    private Browser(Environment environment) {
        this.environment = environment;
        Path program = program();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /// Somebody who has not signed in, at 1280 pixels, reading Chinese.
    public Visit visitor() {
        return Visit.WITHOUT_SCRIPTS ? visitorWithoutScripts() : visit(free, options());
    }

    /// The same without JavaScript.
    public Visit visitorWithoutScripts() {
        return visit(freeWithoutScripts, options().setJavaScriptEnabled(false));
    }

    private Visit visit(Deque<Window> windows, com.microsoft.playwright.Browser.NewContextOptions options) {
        Window window = windows.poll();
        return new Visit(window == null ? new Window(chromium.newContext(options), windows::push) : window, address());
    }

    /// Somebody of the demo who has signed in, e.g. `noodle`, `officer`, `leader`, and opens a page next.
    public Visit as(String account) {
        return visitor().signedIn(account, DEMO_PASSWORD);
    }

    /// The same by way of the sign-in page, standing on the first page of their own.
    public Visit throughTheDoor(String account) {
        return visitor().signIn(account, DEMO_PASSWORD);
    }

    private String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(Visit.WIDE, Visit.HIGH);
    }

    /// `RONGYI_CHROMIUM` names one; otherwise the usual places are searched. First the one without a
    /// window: it opens and checks pages in about half the time.
    private static Path program() {
        return Optional.ofNullable(System.getenv("RONGYI_CHROMIUM"))
                .map(Path::of)
                .or(() -> Stream.of(
                                "/usr/bin/chromium-headless-shell",
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/snap/bin/chromium",
                                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst())
                .filter(Files::isExecutable)
                .orElseThrow(() -> new AssertionError("""
                        no Chromium is installed, so the pages cannot be tested.
                        Type: sudo apt-get install chromium fonts-noto-cjk
                        Maybe it is elsewhere: name it with RONGYI_CHROMIUM=/path/to/chromium."""));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /// Made at the first browser test of the run, closed with the city.
    @TestConfiguration(proxyBeanMethods = false)
    public static class Wiring {
        @Bean(destroyMethod = "close")
        @Lazy
        Browser browser(Environment environment) {
            return new Browser(environment);
        }

        /// A page takes axe from the city, as its own scripts.
        @Bean
        RouterFunction<ServerResponse> axe() {
            return RouterFunctions.resource(
                    RequestPredicates.GET(Axe.PATH),
                    new ClassPathResource("axe.min.js"),
                    (_, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofHours(1))));
        }
    }
}
