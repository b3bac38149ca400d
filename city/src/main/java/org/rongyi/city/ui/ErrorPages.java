package org.rongyi.city.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every refusal and every fault that no page handled itself ends here: a page that helps, or problem JSON.
@Controller
final class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int MAX_TYPED = 100;
    private final SecureRandom random = new SecureRandom();

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model, Page page) {
        int status = status(request);
        PageError error = describe(request, status);
        response.setStatus(status);
        if (wantsJson(request, page)) {
            return json(error, page);
        }
        model.addAttribute("error", error);
        return JteViews.PREFIX + "ui/error";
    }

    /// 404 when someone types `/error` into the address line.
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private PageError describe(HttpServletRequest request, int status) {
        if (StaleForm.marked(request)) {
            return PageError.staleForm(Link.of("回到刚才那一页", "Back to that page", cameFrom(request)))
                    .withTyped(typed(request));
        }
        PageError error = PageError.of(status);
        if (status < 500) {
            return error;
        }
        String id = newId();
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("error {}: {} {} gave {}", id, request.getMethod(), path, status, (Throwable) thrown);
        return error.withId(id);
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            id.append(i == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /// What was typed into the form, so that it is not lost; never a password.
    static List<PageError.Typed> typed(HttpServletRequest request) {
        List<PageError.Typed> typed = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean secret = lower.startsWith("_") || lower.contains("password");
            for (String value : values) {
                if (!secret && !value.isBlank() && typed.size() < MAX_TYPED) {
                    typed.add(new PageError.Typed(name, value));
                }
            }
        });
        return typed;
    }

    /// The page with the form, as a path of this site.
    private static String cameFrom(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String path = referer == null ? null : pathOf(referer, request.getServerName());
        return path == null ? "/" : Link.onThisSite(path);
    }

    private static @Nullable String pathOf(String address, String host) {
        try {
            URI uri = URI.create(address);
            return host.equals(uri.getHost()) ? uri.getRawPath() : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static boolean wantsJson(HttpServletRequest request, Page page) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean json = accept != null && accept.contains("json") && !accept.contains("html");
        return json || page.under("/api");
    }

    private static ResponseEntity<ProblemDetail> json(PageError error, Page page) {
        ProblemDetail problem = ProblemDetail.forStatus(error.status());
        problem.setTitle(page.say(error.title()));
        problem.setDetail(page.say(error.happened()) + " " + page.say(error.advice()));
        if (error.id() != null) {
            problem.setProperty("errorId", error.id());
        }
        return ResponseEntity.status(HttpStatusCode.valueOf(error.status()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
