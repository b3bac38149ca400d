package org.rongyi.city.applications.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rongyi.city.ui.Option;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// Finds the phrases of a registration for what somebody says plainly: 开火锅店 is 餐饮服务.
@Component
class ScopeWords {
    /// Entries of the form that hold a scope.
    static final List<String> ELEMENTS = List.of("businessScope", "newScope");

    static final String PLAIN = "plainScope";
    static final String ADD = "addScope";
    private static final int MOST = 8;
    private static final String SIGNS = "[；;，,、。\\s]+";

    private final List<Phrase> phrases = shipped();

    /// @param leave what else the law wants, as the file calls it: 一般 nothing, 备案 a record, 许可 a permit
    record Phrase(String text, String leave, Set<String> said) {}

    private static List<Phrase> shipped() {
        try (InputStream stream =
                Objects.requireNonNull(ScopeWords.class.getResourceAsStream("scope.csv"), "scope.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Phrase(cells[0], cells[1], Set.of(cells[2].split(" "))))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The best first; none where nothing fits.
    List<Phrase> find(String plain) {
        String said = plain.replaceAll(SIGNS, "");
        return phrases.stream()
                .filter(phrase -> score(phrase, said) > 0)
                .sorted(Comparator.comparingInt((Phrase phrase) -> score(phrase, said))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static int score(Phrase phrase, String said) {
        int score = said.isEmpty() || !phrase.text().contains(said) ? 0 : 2 * said.length();
        for (String word : phrase.said()) {
            score += said.contains(word) ? word.length() : 0;
        }
        return score;
    }

    List<Option> options(Page page, String plain) {
        return find(plain).stream()
                .map(phrase -> new Option(phrase.text(), Words.same(phrase.text()), leave(phrase)))
                .toList();
    }

    private static Words leave(Phrase phrase) {
        return switch (phrase.leave()) {
            case "许可" -> new Words("还要办许可", "needs a permit too");
            case "备案" -> new Words("还要备案", "needs a record too");
            default -> new Words("登记就行", "the registration is enough");
        };
    }

    /// Each phrase once, in the order in which it came.
    static String with(String scope, List<String> more) {
        Set<String> all = new LinkedHashSet<>(List.of(scope.strip().split("[；;]\\s*")).stream()
                .filter(each -> !each.isBlank())
                .toList());
        all.addAll(more);
        return String.join("；", all);
    }
}
