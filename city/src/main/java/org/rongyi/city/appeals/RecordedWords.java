package org.rongyi.city.appeals;

import java.util.Map;
import java.util.Optional;
import org.rongyi.city.ui.KnownNames;
import org.rongyi.definitions.Words;
import org.springframework.stereotype.Component;

/// What the house itself writes into a record in Chinese, alone or before what a person wrote.
@Component
class RecordedWords implements KnownNames {
    static final String SOMEBODY = "来信人";
    static final String SECRET = "要求保密的来信人";
    static final String NOT_SOLVED = "没解决。";
    static final String SATISFIED = "解决了，满意。";
    static final String NOT_SATISFIED = "解决了，但不满意。";

    private static final Map<String, String> NAMES =
            Map.of(SOMEBODY, "Who sent it", SECRET, "Somebody who asked for secrecy");
    private static final Map<String, String> ANSWERS = Map.of(
            NOT_SOLVED, "Not solved.",
            SATISFIED, "Solved, and satisfied.",
            NOT_SATISFIED, "Solved, but not satisfied.");

    @Override
    public Optional<Words> find(String chinese) {
        return Optional.ofNullable(NAMES.get(chinese))
                .or(() -> ANSWERS.entrySet().stream()
                        .filter(answer -> chinese.startsWith(answer.getKey()))
                        .map(answer -> answer.getValue()
                                + (chinese.equals(answer.getKey()) ? "" : " ")
                                + chinese.substring(answer.getKey().length()))
                        .findFirst())
                .map(english -> new Words(chinese, english));
    }
}
