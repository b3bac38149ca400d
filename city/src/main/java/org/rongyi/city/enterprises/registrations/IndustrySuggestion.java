package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;

/// Suggests an industry from a firm's name and scope by the words that are typical of it.
///
/// A word counts its weight, threefold in the name, twofold in the first clause of the scope, where the main business
/// stands. The confidence is the best industry's share against the next that is not its own branch; a rival of weight 1
/// is always assumed, so that one stray word is no certainty.
final class IndustrySuggestion {
    private static final String WORDS = "classifications/industry-keywords.yaml";
    private static final int IN_NAME = 3;
    private static final int IN_FIRST_CLAUSE = 2;
    private static final int ELSEWHERE = 1;

    /// What is excluded, or must be permitted first, stands in brackets.
    private static final Pattern BRACKETS = Pattern.compile("[（(\\[【〔][^（()）\\[\\]【】]*[)）\\]】〕]");
    private static final Pattern CLAUSE_END = Pattern.compile("[；;。]");

    private record Word(
            String code, double weight, @Nullable String where, int number) {}

    record Suggested(String code, BigDecimal confidence) {}

    private final WordFinder<Word> finder;

    private IndustrySuggestion(WordFinder<Word> finder) {
        this.finder = finder;
    }

    /// The words that are shipped; those of industries that the classification does not have are left out.
    static IndustrySuggestion shipped(Classification industries) {
        Map<String, List<Word>> words = new HashMap<>();
        int number = 0;
        for (YamlField entry : read()) {
            String code = entry.need("code").text();
            YamlField weight = entry.get("weight");
            YamlField where = entry.get("where");
            double counts = weight.isThere() ? weight.number().doubleValue() : 1;
            if (industries.contains(code)) {
                for (String word : entry.get("words").texts()) {
                    words.computeIfAbsent(word, _ -> new ArrayList<>())
                            .add(new Word(code, counts, where.isThere() ? where.text() : null, number++));
                }
            }
        }
        return new IndustrySuggestion(new WordFinder<>(words));
    }

    private static List<YamlField> read() {
        try (InputStream resource = Definitions.class.getResourceAsStream(WORDS)) {
            if (resource == null) {
                throw new IllegalStateException("the shipped words of industries (" + WORDS + ") are not there");
            }
            List<Fault> faults = new ArrayList<>();
            List<YamlField> entries =
                    YamlField.parse(WORDS, resource.readAllBytes(), faults).items();
            if (!faults.isEmpty()) {
                throw new IllegalStateException("the shipped words of industries have faults: " + faults);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped words of industries (" + WORDS + ") cannot be read", e);
        }
    }

    Optional<Suggested> suggest(String name, @Nullable String scope) {
        Map<Word, Integer> places = new HashMap<>();
        note(places, name, IN_NAME, "name");
        if (scope != null) {
            String told = BRACKETS.matcher(scope).replaceAll(" ");
            var end = CLAUSE_END.matcher(told);
            int clause = end.find() ? end.start() : told.length();
            note(places, told.substring(0, clause), IN_FIRST_CLAUSE, "scope");
            note(places, told.substring(clause), ELSEWHERE, "scope");
        }
        Map<String, Double> scores = new HashMap<>();
        places.forEach((word, place) -> scores.merge(word.code(), word.weight() * place, Double::sum));
        return best(scores);
    }

    private void note(Map<Word, Integer> places, String text, int factor, String where) {
        for (WordFinder.Hit<Word> hit : finder.find(text)) {
            for (Word word : hit.values()) {
                if (word.where() == null
                        || word.where().equals("any")
                        || word.where().equals(where)) {
                    places.merge(word, factor, Math::max);
                }
            }
        }
    }

    private static Optional<Suggested> best(Map<String, Double> scores) {
        String best = null;
        double most = 0;
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            boolean finer = best != null && score.getValue() == most && before(score.getKey(), best);
            if (score.getValue() > most || finer) {
                best = score.getKey();
                most = score.getValue();
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        double rival = 1;
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            if (!best.startsWith(score.getKey()) && !score.getKey().startsWith(best)) {
                rival = Math.max(rival, score.getValue());
            }
        }
        return Optional.of(
                new Suggested(best, BigDecimal.valueOf(most / (most + rival)).setScale(2, RoundingMode.HALF_UP)));
    }

    /// Of equally likely industries the more exact one, and then any rule that gives the same answer every time.
    private static boolean before(String code, String other) {
        return code.length() != other.length() ? code.length() > other.length() : code.compareTo(other) < 0;
    }
}
