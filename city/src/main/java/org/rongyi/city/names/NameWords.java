package org.rongyi.city.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rongyi.definitions.Words;

/// The words of which names are made, and those that no name may have: lists beside this class.
final class NameWords {
    private final List<String> forms;
    private final List<String> industries;
    private final List<String> provinces;
    private final List<Forbidden> forbidden;

    private NameWords(List<String> forms, List<String> industries, List<String> provinces, List<Forbidden> forbidden) {
        this.forms = forms;
        this.industries = industries;
        this.provinces = provinces;
        this.forbidden = forbidden;
    }

    /// @param clause article of the regulations on enterprise names, in Chinese numerals
    record Forbidden(String word, String clause, Words why) {}

    static NameWords shipped() {
        return new NameWords(
                longestFirst("forms.txt"),
                longestFirst("industries.txt"),
                lines("provinces.txt"),
                lines("forbidden.csv").stream()
                        .map(line -> line.split(",", 4))
                        .map(cells -> new Forbidden(cells[0], cells[1], new Words(cells[2], cells[3])))
                        .toList());
    }

    private static List<String> longestFirst(String file) {
        return lines(file).stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(NameWords.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> provinces() {
        return provinces;
    }

    Optional<String> formAtEndOf(String name) {
        return forms.stream().filter(name::endsWith).findFirst();
    }

    /// A name may not be nothing but an industry.
    Optional<String> industryAtEndOf(String name) {
        return industries.stream()
                .filter(word -> name.endsWith(word) && name.length() > word.length())
                .findFirst();
    }

    List<Forbidden> in(String name) {
        List<Forbidden> found =
                forbidden.stream().filter(word -> name.contains(word.word())).toList();
        return found.stream()
                .filter(word -> found.stream()
                        .noneMatch(longer -> longer != word && longer.word().contains(word.word())))
                .toList();
    }
}
