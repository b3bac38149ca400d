package org.rongyi.city.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who calls the city over HTTP, with cookies and without a browser; redirects are not followed.
public final class Caller {
    private static final String TOKEN_COOKIE = "XSRF-TOKEN";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;
    /// The token of a form counts as long as the cookie that it was made of.
    private String tokenOf = "";

    private String token = "";

    public Caller(int port) {
        this.address = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build());
    }

    /// @param method e.g. `DELETE`; carries the forgery token when a page gave one
    public HttpResponse<String> call(String method, String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(token()));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form.toString()))
                .build());
    }

    public HttpResponse<String> post(String path, String... fields) {
        return call("POST", path, fields);
    }

    /// Sends a file with this content, as a browser does.
    public HttpResponse<String> upload(String path, String content) {
        String field = "--b\r\nContent-Disposition: form-data; name=";
        String body = field + "\"_csrf\"\r\n\r\n" + token() + "\r\n" + field
                + "\"file\"; filename=\"firms.csv\"\r\n\r\n" + content + "\r\n--b--\r\n";
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> postWithoutToken(String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    public Caller signedIn(String account, String password) {
        HttpResponse<String> answer = post("/sign-in", "account", account, "password", password);
        assertThat(answer.statusCode()).as("sign-in of %s", account).isEqualTo(302);
        return this;
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    String cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// Where a redirect leads, as a path.
    public static String leadsTo(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("")).getPath();
    }

    /// Every page has a form with it, at least for signing in or out.
    private String token() {
        String cookie = cookie(TOKEN_COOKIE);
        if (cookie.isEmpty() || !cookie.equals(tokenOf)) {
            String page = get("/sign-in").body();
            Matcher found =
                    TOKEN.matcher(page.isEmpty() ? get("/identity/switch").body() : page);
            token = found.find() ? found.group(1) : "";
            tokenOf = cookie(TOKEN_COOKIE);
        }
        return token;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError("no answer from " + request.uri(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while calling " + request.uri(), stopped);
        }
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
