package org.rongyi.city.appeals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.AppealCatalogue.LegalRoute;
import org.rongyi.city.appeals.AppealCatalogue.Type;

/// Where an appeal goes: elsewhere by law, to a category, to a department. Pure: the same words go the same
/// way.
final class Routing {
    /// Fewer signs than these say too little to send it anywhere without a person.
    private static final int SURE_SIGNS = 4;

    private final AppealCatalogue catalogue;

    Routing(AppealCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<LegalRoute> elsewhere(String words) {
        return catalogue.routes().stream()
                .filter(route -> route.say().stream().anyMatch(words::contains))
                .findFirst();
    }

    /// @param confidence of the category, 0 to 1
    /// @param sure no person needs to look at it before a department does
    record Advice(@Nullable Leaf leaf, double confidence, boolean sure) {
        static final Advice NONE = new Advice(null, 0, false);
    }

    /// By the words that the catalogue names: how many signs of the text they cover, against the next best.
    Advice advise(String words) {
        List<Found> found = catalogue
                .leaves()
                .map(leaf -> new Found(leaf, signs(leaf.say(), words)))
                .filter(each -> each.signs > 0)
                .sorted(Comparator.comparingInt(Found::signs).reversed())
                .toList();
        if (found.isEmpty()) {
            return Advice.NONE;
        }
        int best = found.getFirst().signs;
        int next = found.size() > 1 ? found.get(1).signs : 0;
        double confidence = (double) best / (best + next + 1);
        return new Advice(found.getFirst().leaf, confidence, best >= SURE_SIGNS && best >= 2 * next);
    }

    private record Found(Leaf leaf, int signs) {}

    private static int signs(List<String> say, String words) {
        return say.stream().filter(words::contains).mapToInt(String::length).sum();
    }

    /// The category's own; otherwise what the words say of themselves, then what the category mostly is.
    Type type(String words, @Nullable Leaf leaf) {
        Type own = leaf == null ? null : catalogue.type(leaf.type()).orElse(null);
        if (own != null && own.own()) {
            return own;
        }
        return catalogue.types().stream()
                .filter(type -> !type.own() && type.say().stream().anyMatch(words::contains))
                .findFirst()
                .orElseGet(() ->
                        leaf == null ? longest() : catalogue.type(leaf.type()).orElseGet(this::longest));
    }

    /// Nobody's time is cut short because nobody knows yet what it is.
    private Type longest() {
        return catalogue.types().stream()
                .filter(type -> !type.own())
                .max(Comparator.comparingInt(Type::workingDays))
                .orElseThrow();
    }

    String unit(Leaf leaf, @Nullable String area, @Nullable String industry) {
        return catalogue.rules().stream()
                .filter(rule -> rule.fits(leaf.code(), area, industry))
                .map(AppealCatalogue.Rule::unit)
                .findFirst()
                .orElse(leaf.unit());
    }
}
