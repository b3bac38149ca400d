package org.rongyi.city.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Row;

/// What a visitor answered, in the order of the questions; null stands for "not sure". It lives in the session, in
/// classes of the JDK only, and so in the row of the
/// database that ends with the session.
final class CheckAnswers {
    private static final String SESSION = "check.answers";

    private final LinkedHashMap<String, @Nullable Object> answers;

    private CheckAnswers(LinkedHashMap<String, @Nullable Object> answers) {
        this.answers = answers;
    }

    static CheckAnswers of(HttpServletRequest request) {
        LinkedHashMap<String, @Nullable Object> answers = new LinkedHashMap<>();
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SESSION) instanceof Map<?, ?> kept) {
            kept.forEach((element, answer) -> answers.put(String.valueOf(element), answer));
        }
        return new CheckAnswers(answers);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SESSION);
        }
    }

    void keep(HttpServletRequest request, String element, @Nullable Object answer) {
        answers.put(element, answer);
        request.getSession().setAttribute(SESSION, new LinkedHashMap<>(answers));
    }

    Map<String, @Nullable Object> all() {
        return answers;
    }

    boolean asked(String element) {
        return answers.containsKey(element);
    }

    @Nullable
    Object answer(String element) {
        return answers.get(element);
    }

    /// The question before this one, or the last one; null at the beginning.
    @Nullable
    String before(@Nullable String element) {
        List<String> order = new ArrayList<>(answers.keySet());
        int at = element == null || !order.contains(element) ? order.size() : order.indexOf(element);
        return at == 0 ? null : order.get(at - 1);
    }

    Set<String> elements() {
        return answers.keySet();
    }

    Row row() {
        return Row.of(answers);
    }
}
