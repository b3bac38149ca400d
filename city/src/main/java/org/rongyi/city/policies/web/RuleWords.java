package org.rongyi.city.policies.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.city.ui.Page;

/// What the rule compiler says, in Chinese. The compiler is used alone, too, and speaks English; its sentences stand in
/// `rule-words.txt` beside their translation. One that does not is shown in English.
public final class RuleWords {
    private static final String FILE = "rule-words.txt";
    private static final String BETWEEN = " => ";
    private static final Pattern HOLE = Pattern.compile("\\{(t?)}");
    private static final Pattern FILLED = Pattern.compile("\\{(\\d?)}");
    private static final RuleWords SHIPPED = read();

    private record Sentence(Pattern english, String chinese) {}

    private final List<Sentence> sentences;

    private RuleWords(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /// In the language of the page, as far as there is a translation.
    public static String say(Page page, String english) {
        return page.english() ? english : chinese(english).orElse(english);
    }

    /// Empty when the sentence has no translation.
    static Optional<String> chinese(String english) {
        return SHIPPED.translate(english);
    }

    private Optional<String> translate(String english) {
        for (Sentence sentence : sentences) {
            Matcher fits = sentence.english().matcher(english);
            if (fits.matches()) {
                return Optional.of(fill(sentence.chinese(), fits));
            }
        }
        return Optional.empty();
    }

    /// What was taken from the English sentence, types in Chinese: `a text` is 文字, and "A text" at its beginning too.
    private String fill(String chinese, Matcher taken) {
        int[] next = {0};
        return FILLED.matcher(chinese).replaceAll(hole -> {
            next[0]++;
            String number = hole.group(1);
            String part = taken.group(number.isEmpty() ? next[0] : Integer.parseInt(number));
            String type = part.substring(0, 1).toLowerCase(Locale.ROOT) + part.substring(1);
            return Matcher.quoteReplacement(
                    type.startsWith("a ") ? translate(type).orElse(part) : part);
        });
    }

    private static RuleWords read() {
        try (InputStream file = RuleWords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            List<Sentence> sentences = new ArrayList<>();
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(BETWEEN))
                    .map(line -> line.split(BETWEEN, 2))
                    .forEach(both -> sentences.add(new Sentence(pattern(both[0]), both[1])));
            return new RuleWords(List.copyOf(sentences));
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }

    private static Pattern pattern(String english) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (Matcher hole = HOLE.matcher(english); hole.find(); from = hole.end()) {
            pattern.append(Pattern.quote(english.substring(from, hole.start())))
                    .append(hole.group(1).isEmpty() ? "(.+?)" : "([Aa] [a-z ]+?)");
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(english.substring(from))).toString(), Pattern.DOTALL);
    }
}
