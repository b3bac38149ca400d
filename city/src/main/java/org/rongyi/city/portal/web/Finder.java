package org.rongyi.city.portal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.portal.web.Findable.Text;
import org.rongyi.definitions.Words;

/// Scores everything that can be found against what was typed. No index: a city has some thousand policies and
/// elements, and reading them all takes milliseconds.
final class Finder {
    private static final double WHOLE = 1.0;
    private static final double BEGINNING = 0.8;
    private static final double MISSPELT = 0.55;
    private static final double HALF = 0.5;
    /// Below, something shares hardly more than a pair of characters with what was typed.
    private static final double TOO_LITTLE = 0.8;

    /// A word of two characters with one wrong is looked for only where it points at few titles.
    private static final int FEW = 5;

    private final Synonyms synonyms;

    Finder(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    /// @param marks the words to mark, as they stand in the texts
    /// @param snippet the text that speaks for it besides its title; null when the title says it all
    record Hit(
            Findable what,
            double score,
            Set<String> marks,
            @Nullable Words snippet) {}

    /// @param exact false: nothing has all the words; what has some of them is here instead
    record Found(List<Hit> hits, boolean exact) {}

    /// Pages come before journeys, these before items, these before policies, of which those in force come first, and
    /// data last; what hardly answers at all comes after the rest.
    Found find(SearchText typed, List<Findable> all) {
        if (typed.isEmpty()) {
            return new Found(List.of(), true);
        }
        Found found = byWords(typed, all);
        return found.hits().isEmpty() ? new Found(oneCharacterWrong(typed, all), false) : found;
    }

    private Found byWords(SearchText typed, List<Findable> all) {
        List<Hit> whole = new ArrayList<>();
        List<Hit> partial = new ArrayList<>();
        for (Findable what : all) {
            Scoring scoring = new Scoring(what);
            boolean every = true;
            for (String word : typed.words()) {
                every &= scoring.hear(word, synonyms.of(word)) >= HALF * BEGINNING;
            }
            if (every || scoring.score >= TOO_LITTLE) {
                (every ? whole : partial).add(scoring.hit());
            }
        }
        List<Hit> hits = whole.isEmpty() ? partial : whole;
        sort(hits);
        return new Found(hits, !whole.isEmpty());
    }

    private static void sort(List<Hit> hits) {
        Map<Findable.Kind, Double> best = new EnumMap<>(Findable.Kind.class);
        hits.forEach(hit -> best.merge(hit.what().kind(), hit.score(), Math::max));
        double top = best.values().stream().mapToDouble(score -> score).max().orElse(0);
        hits.sort(Comparator.<Hit, Boolean>comparing(
                        hit -> best.getOrDefault(hit.what().kind(), 0.0) < top / 3)
                .thenComparing(hit -> hit.what().kind())
                .thenComparing(hit -> !hit.what().current())
                .thenComparing(Comparator.comparingDouble(Hit::score).reversed())
                .thenComparing(hit -> hit.what().title().zh().length())
                .thenComparing(hit -> hit.what().id()));
    }

    /// 稳刚 for 稳岗: what has one of the two characters, where only few titles have it.
    private static List<Hit> oneCharacterWrong(SearchText typed, List<Findable> all) {
        List<Hit> hits = new ArrayList<>();
        for (String word : typed.words()) {
            if (word.length() != 2 || !SearchText.isChinese(word)) {
                continue;
            }
            for (String character : List.of(word.substring(0, 1), word.substring(1))) {
                List<Findable> having = all.stream()
                        .filter(what -> what.title().zh().contains(character))
                        .toList();
                if (having.size() <= FEW) {
                    having.forEach(what -> hits.add(new Hit(what, MISSPELT, Set.of(character), null)));
                }
            }
        }
        sort(hits);
        return hits;
    }

    /// How well one thing answers, word by word.
    private static final class Scoring {
        private final Findable what;
        private final Set<String> marks = new LinkedHashSet<>();
        private double score;
        private @Nullable Words snippet;
        private double snippetScore;

        private Scoring(Findable what) {
            this.what = what;
        }

        /// How well the word is found at the best place, from 0 to 1.
        double hear(String word, Set<String> meant) {
            double before = score;
            double best = hear(word);
            for (String other : meant) {
                Scoring instead = new Scoring(what);
                if (instead.hear(other) == WHOLE && before + instead.score > score) {
                    best = WHOLE;
                    score = before + instead.score;
                    snippet = instead.snippet;
                    marks.addAll(instead.marks);
                }
            }
            return best;
        }

        private double hear(String word) {
            double best = SearchText.plain(what.id()).equals(word) ? WHOLE : 0;
            score += best * Findable.ID_WEIGHT;
            double inTitle = match(word, what.title(), true);
            double bestScore = inTitle * Findable.TITLE_WEIGHT;
            best = Math.max(best, inTitle);
            for (Text text : what.texts()) {
                double here = match(word, text.words(), false);
                best = Math.max(best, here);
                bestScore = Math.max(bestScore, here * text.weight());
                if (text.shown() && here * text.weight() > snippetScore && inTitle < here) {
                    snippetScore = here * text.weight();
                    snippet = text.words();
                }
            }
            score += bestScore;
            return best;
        }

        private double match(String word, Words text, boolean title) {
            return Math.max(
                    match(word, SearchText.plain(text.zh()), title), match(word, SearchText.plain(text.en()), title));
        }

        private double match(String word, String text, boolean title) {
            return SearchText.isChinese(word) ? chinese(word, text, title) : other(word, text);
        }

        private double chinese(String word, String text, boolean title) {
            if (text.contains(word)) {
                marks.add(word);
                return WHOLE;
            }
            List<String> pairs = SearchText.pairs(word);
            List<String> found = pairs.stream().filter(text::contains).toList();
            double share = pairs.isEmpty() ? 0 : BEGINNING * found.size() / pairs.size();
            if (title && word.length() >= 3) {
                double ordered = (double) SearchText.inOrder(word, text) / word.length();
                boolean slip = ordered >= 0.7 || SearchText.oneWrong(word, text);
                share = Math.max(share, slip ? MISSPELT * Math.max(ordered, 0.75) : 0);
            }
            marks.addAll(found);
            return share;
        }

        private double other(String word, String text) {
            double best = 0;
            for (String here : SearchText.words(text)) {
                double match = here.equals(word)
                        ? WHOLE
                        : word.length() > 1 && here.startsWith(word)
                                ? BEGINNING
                                : SearchText.nearlySame(word, here) ? MISSPELT : 0;
                if (match > 0) {
                    marks.add(here);
                    best = Math.max(best, match);
                }
            }
            return best;
        }

        Hit hit() {
            return new Hit(what, score, marks, snippet);
        }
    }
}
