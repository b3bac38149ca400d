package org.rongyi.city.services;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a visitor has said about one journey, in the session only: value of each answered element, null for "not sure",
/// and the optional items that are left out.
public final class JourneyAnswers {
    private static final String ANSWERS = "services.answers.";
    private static final String LEFT_OUT = "services.left-out.";

    private final String journey;
    private final Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    private JourneyAnswers(String journey) {
        this.journey = journey;
    }

    public static JourneyAnswers of(HttpServletRequest request, String journey) {
        JourneyAnswers kept = new JourneyAnswers(journey);
        HttpSession session = request.getSession(false);
        if (session != null) {
            if (session.getAttribute(ANSWERS + journey) instanceof Map<?, ?> answers) {
                answers.forEach((element, value) -> kept.answers.put(String.valueOf(element), value));
            }
            if (session.getAttribute(LEFT_OUT + journey) instanceof Set<?> items) {
                items.forEach(item -> kept.leftOut.add(String.valueOf(item)));
            }
        }
        return kept;
    }

    public static void forget(HttpServletRequest request, String journey) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ANSWERS + journey);
            session.removeAttribute(LEFT_OUT + journey);
        }
    }

    public void keep(HttpServletRequest request, String element, @Nullable Object answer) {
        answers.put(element, answer);
        request.getSession().setAttribute(ANSWERS + journey, new LinkedHashMap<>(answers));
    }

    public void leaveOut(HttpServletRequest request, String item, boolean out) {
        if (out) {
            leftOut.add(item);
        } else {
            leftOut.remove(item);
        }
        request.getSession().setAttribute(LEFT_OUT + journey, new LinkedHashSet<>(leftOut));
    }

    public Map<String, @Nullable Object> all() {
        return answers;
    }

    public Set<String> leftOut() {
        return leftOut;
    }

    public boolean asked(String element) {
        return answers.containsKey(element);
    }

    public boolean any() {
        return !answers.isEmpty() || !leftOut.isEmpty();
    }
}
