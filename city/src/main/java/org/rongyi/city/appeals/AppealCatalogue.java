package org.rongyi.city.appeals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.definitions.Words;

/// What a city says of its appeals in `appeals.yaml`: types, legal routes, categories, the dispatch
/// catalogue.
///
/// @param desk the department whose seats look at what nobody is sure of
/// @param contacts within how much working time somebody speaks to a firm: the first line that fits; the last fits all
/// @param tries on how many days a firm must have been called before it counts as not reached
/// @param urgent what cannot wait
public record AppealCatalogue(
        String desk,
        List<Type> types,
        List<LegalRoute> routes,
        List<Category> categories,
        List<Rule> rules,
        List<Contact> contacts,
        int tries,
        Urgent urgent) {
    /// @param say words that tell it
    /// @param calendarDays of the law, within which its working days must lie; 0: none
    /// @param own of the categories that name it alone: there the words of an appeal change nothing
    public record Type(String id, Words name, int workingDays, List<String> say, int calendarDays, boolean own) {
        public Type(String id, Words name, int workingDays, List<String> say) {
            this(id, name, workingDays, say, 0, false);
        }
    }

    /// @param urgent somebody may be in danger
    /// @param tell where to turn
    public record LegalRoute(String id, Words name, boolean urgent, List<String> say, Words tell, Words basis) {}

    public record Category(String code, Words name, List<Leaf> leaves) {}

    /// @param say words that tell it
    /// @param unit the department that has it
    public record Leaf(String code, Words name, String type, String unit, List<String> say) {}

    /// One line of the dispatch catalogue: an empty text fits everything.
    public record Rule(String category, String area, String industry, String unit) {
        boolean fits(String leaf, @Nullable String inArea, @Nullable String inIndustry) {
            return leaf.startsWith(category)
                    && (area.isEmpty() || inArea != null && inArea.startsWith(area))
                    && (industry.isEmpty() || inIndustry != null && inIndustry.startsWith(industry));
        }
    }

    /// As a line of the dispatch catalogue.
    public record Contact(String category, String area, int workingMinutes) {
        boolean fits(@Nullable Leaf leaf, @Nullable AreaCode in) {
            return (category.isEmpty() || leaf != null && leaf.code().startsWith(category))
                    && (area.isEmpty() || in != null && in.value().startsWith(area));
        }
    }

    /// @param say words that tell it
    /// @param workingMinutes in which somebody speaks to the firm at the latest; 0: as long as otherwise
    public record Urgent(List<String> say, int workingMinutes) {
        static final Urgent NOTHING = new Urgent(List.of(), 0);
    }

    /// A business stands still, or a date runs out. Where somebody is in danger a legal route is told at once.
    public boolean urgent(String words) {
        return urgent.say.stream().anyMatch(words::contains);
    }

    /// Working time in which somebody speaks to the firm that says this; 0: the city promises none.
    int contactMinutes(String words, @Nullable Leaf leaf, @Nullable AreaCode area) {
        int minutes = contactMinutes(leaf, area);
        return urgent.workingMinutes > 0 && urgent(words) && (minutes == 0 || minutes > urgent.workingMinutes)
                ? urgent.workingMinutes
                : minutes;
    }

    int contactMinutes(@Nullable Leaf leaf, @Nullable AreaCode area) {
        return contacts.stream()
                .filter(contact -> contact.fits(leaf, area))
                .mapToInt(Contact::workingMinutes)
                .findFirst()
                .orElse(0);
    }

    public Stream<Leaf> leaves() {
        return categories.stream().flatMap(category -> category.leaves().stream());
    }

    public Optional<Leaf> leaf(@Nullable String code) {
        return leaves().filter(leaf -> leaf.code().equals(code)).findFirst();
    }

    public Optional<Type> type(String id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /// A type that the city no longer has is called as it was recorded.
    public Words typeName(String id) {
        return type(id).map(Type::name).orElse(Words.same(id));
    }

    /// As is a category.
    public Words categoryName(@Nullable String code) {
        return code == null
                ? new Words("还没定类别", "no category yet")
                : leaf(code).map(Leaf::name).orElse(Words.same(code));
    }
}
