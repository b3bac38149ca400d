package org.rongyi.city.elements;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Classification.Entry;

/// Finds the entry of a long classification that somebody typed: by code, by name, or by what the field suggested.
///
/// A tree is answered at its finest level: whoever says only "manufacturing" could be judged wrongly by a rule
/// about one of its classes. Where the finest level has too many entries to suggest, the one above will do.
final class CodeFinder {
    private static final int MOST_SUGGESTIONS = 2000;

    private final Classification classification;
    private final Set<Entry> fineEnough = new LinkedHashSet<>();
    private final List<Entry> suggestions;

    CodeFinder(Classification classification) {
        this.classification = classification;
        Set<String> parents = new HashSet<>();
        classification.entries().forEach(entry -> parents.add(String.valueOf(entry.parent())));
        Set<Entry> level = new LinkedHashSet<>();
        classification.entries().stream()
                .filter(entry -> !parents.contains(entry.code()))
                .forEach(level::add);
        fineEnough.addAll(level);
        while (level.size() > MOST_SUGGESTIONS) {
            Set<Entry> above = above(level);
            if (above.isEmpty()) {
                break;
            }
            fineEnough.addAll(above);
            level = above;
        }
        this.suggestions = List.copyOf(level);
    }

    private Set<Entry> above(Set<Entry> level) {
        Set<Entry> above = new LinkedHashSet<>();
        for (Entry entry : level) {
            String parent = entry.parent();
            if (parent != null) {
                classification.find(parent).ifPresent(above::add);
            }
        }
        return above;
    }

    List<Entry> suggestions() {
        return suggestions;
    }

    /// The code with its name; alone where it is none of these.
    String named(String code) {
        return classification
                .find(code)
                .map(entry -> entry.code() + " " + entry.name().zh())
                .orElse(code);
    }

    /// What was typed, if it names just one entry.
    Optional<Entry> find(String typed) {
        String text = typed.strip();
        String first = text.split("\\s", 2)[0];
        Optional<Entry> byCode =
                classification.find(first.toUpperCase(Locale.ROOT)).or(() -> classification.find(first));
        if (byCode.isPresent()) {
            return byCode.filter(fineEnough::contains);
        }
        List<Entry> same = fineEnough.stream()
                .filter(entry ->
                        entry.name().zh().equals(text) || entry.name().en().equalsIgnoreCase(text))
                .toList();
        List<Entry> found = same.isEmpty() ? containing(text, 2) : same;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Entries to offer when what was typed names none or several.
    List<Entry> near(String typed, int limit) {
        String text = typed.strip();
        Optional<Entry> tooCoarse = classification.find(text.split("\\s", 2)[0].toUpperCase(Locale.ROOT));
        if (tooCoarse.isPresent()) {
            String code = tooCoarse.get().code();
            return suggestions.stream()
                    .filter(entry -> entry.code().startsWith(code))
                    .limit(limit)
                    .toList();
        }
        return containing(text, limit);
    }

    private List<Entry> containing(String text, int limit) {
        String lower = text.toLowerCase(Locale.ROOT);
        return fineEnough.stream()
                .filter(entry -> entry.name().zh().contains(text)
                        || entry.name().en().toLowerCase(Locale.ROOT).contains(lower))
                .limit(limit)
                .toList();
    }
}
