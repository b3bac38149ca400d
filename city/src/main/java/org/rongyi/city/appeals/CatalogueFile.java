package org.rongyi.city.appeals;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongyi.city.appeals.AppealCatalogue.Category;
import org.rongyi.city.appeals.AppealCatalogue.Contact;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.AppealCatalogue.LegalRoute;
import org.rongyi.city.appeals.AppealCatalogue.Rule;
import org.rongyi.city.appeals.AppealCatalogue.Type;
import org.rongyi.city.appeals.AppealCatalogue.Urgent;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads `appeals.yaml`. A city without one takes appeals all the same: its seats look at each.
final class CatalogueFile {
    private static final String DESK = "热线";
    private static final int TRIES = 3;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int MOST_CALENDAR_DAYS = 366;
    private static final List<Type> TYPES = List.of(
            new Type("CONSULT", new Words("咨询", "Question"), 3, List.of()),
            new Type("HELP", new Words("求助", "Help"), 7, List.of()),
            new Type("COMPLAINT", new Words("投诉", "Complaint"), 15, List.of()));

    private CatalogueFile() {}

    /// @param longest working days that the clock of the kind of case allows
    /// @param longestContact minutes of working time that it allows for the first contact
    static AppealCatalogue read(Path file, int longest, int longestContact) {
        if (!Files.exists(file)) {
            return new AppealCatalogue(
                    DESK, types(longest), List.of(), List.of(), List.of(), List.of(), TRIES, Urgent.NOTHING);
        }
        List<Fault> faults = new ArrayList<>();
        YamlField root = YamlField.read(file, faults)
                .only("desk", "types", "callBack", "firstContact", "urgent", "routes", "categories", "dispatch");
        Set<String> ids = new HashSet<>();
        YamlField listed = root.need("types");
        List<Type> types =
                listed.items().stream().map(each -> type(each, ids, longest)).toList();
        if (listed.isThere() && types.isEmpty()) {
            listed.fault("there is no type", "Maybe {id: HELP, name: 求助, workingDays: 7}.");
        }
        Set<String> routes = new HashSet<>();
        Set<String> groups = new HashSet<>();
        List<Category> categories = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlField each : root.get("categories").items()) {
            once(each.get("code"), groups);
            categories.add(category(each, ids, codes));
        }
        AppealCatalogue catalogue = new AppealCatalogue(
                root.need("desk").text(),
                types,
                root.get("routes").items().stream()
                        .map(each -> route(each, routes))
                        .toList(),
                categories,
                root.get("dispatch").items().stream()
                        .map(each -> rule(each, codes))
                        .toList(),
                contacts(root.get("firstContact"), codes, longestContact),
                tries(root.get("callBack")),
                urgent(root.get("urgent"), longestContact));
        FaultyCityFiles.stopOn("appeals", faults);
        return catalogue;
    }

    /// As the software brings them, none longer than the city's clock.
    private static List<Type> types(int longest) {
        return TYPES.stream()
                .map(type -> new Type(type.id(), type.name(), Math.min(type.workingDays(), longest), type.say()))
                .toList();
    }

    private static void once(YamlField field, Set<String> before) {
        if (field.isThere() && !before.add(field.text())) {
            field.fault("(" + field.text() + ") is here for the second time", null);
        }
    }

    private static int tries(YamlField callBack) {
        if (!callBack.isThere()) {
            return TRIES;
        }
        callBack.only("tries", "verify");
        return Math.max(1, callBack.need("tries").number().intValue());
    }

    /// The lines of the city, and behind them what holds for all.
    private static List<Contact> contacts(YamlField field, Set<String> codes, int longest) {
        if (!field.isThere()) {
            return List.of();
        }
        field.only("workingHours", "rules", "verify");
        List<Contact> contacts = new ArrayList<>();
        for (YamlField each : field.get("rules").items()) {
            each.only("category", "area", "workingHours");
            known(each.get("category"), codes);
            contacts.add(new Contact(
                    each.get("category").text(), each.get("area").text(), minutes(each.need("workingHours"), longest)));
        }
        contacts.add(new Contact("", "", minutes(field.need("workingHours"), longest)));
        return contacts;
    }

    private static Urgent urgent(YamlField field, int longest) {
        if (!field.isThere()) {
            return Urgent.NOTHING;
        }
        field.only("workingHours", "say", "verify");
        return new Urgent(field.need("say").texts(), minutes(field.need("workingHours"), longest));
    }

    private static int minutes(YamlField hours, int longest) {
        int minutes = hours.number().multiply(MINUTES).intValue();
        if (hours.isThere() && (minutes <= 0 || minutes > longest)) {
            hours.fault(
                    "(" + hours.text() + ") working hours",
                    "Maybe 1 to " + longest / MINUTES.intValue() + ", as the clock (" + AppealCourse.CONTACT_CLOCK
                            + ") of the kind allows.");
        }
        return minutes;
    }

    private static void known(YamlField category, Set<String> codes) {
        if (codes.stream().noneMatch(code -> code.startsWith(category.text()))) {
            category.fault("no category begins with (" + category.text() + ")", null);
        }
    }

    private static Type type(YamlField field, Set<String> ids, int longest) {
        field.only("id", "name", "workingDays", "say", "calendarDays", "own");
        once(field.get("id"), ids);
        return new Type(
                field.need("id").text(),
                words(field),
                workingDays(field.need("workingDays"), longest),
                field.get("say").texts(),
                field.get("calendarDays").isThere() ? workingDays(field.get("calendarDays"), MOST_CALENDAR_DAYS) : 0,
                field.get("own").text().equals("true"));
    }

    /// What the clock of the case does not allow would be refused only when somebody brings it up.
    private static int workingDays(YamlField field, int longest) {
        BigDecimal days = field.number();
        boolean whole = days.stripTrailingZeros().scale() <= 0;
        if (field.isThere() && (!whole || days.signum() <= 0 || days.compareTo(BigDecimal.valueOf(longest)) > 0)) {
            field.fault(
                    "(" + days.toPlainString() + ") working days",
                    "Maybe 1 to " + longest + ", as the clock (" + AppealCourse.REPLY_CLOCK + ") of the kind allows.");
        }
        return days.intValue();
    }

    private static LegalRoute route(YamlField field, Set<String> ids) {
        field.only("id", "name", "urgent", "say", "tell", "basis");
        once(field.get("id"), ids);
        return new LegalRoute(
                field.need("id").text(),
                words(field),
                field.get("urgent").flag(),
                field.need("say").texts(),
                field.need("tell").words(Words.same("")),
                field.need("basis").words(Words.same("")));
    }

    private static Category category(YamlField field, Set<String> types, Set<String> codes) {
        field.only("code", "name", "leaves");
        List<Leaf> leaves = new ArrayList<>();
        for (YamlField each : field.need("leaves").items()) {
            each.only("code", "name", "type", "unit", "say");
            YamlField type = each.need("type");
            if (type.isThere() && !types.contains(type.text())) {
                type.fault("there is no type (" + type.text() + ")", "Maybe one of " + types + ".");
            }
            YamlField code = each.need("code");
            once(code, codes);
            leaves.add(new Leaf(
                    code.text(),
                    words(each),
                    type.text(),
                    each.need("unit").text(),
                    each.get("say").texts()));
        }
        return new Category(field.need("code").text(), words(field), leaves);
    }

    private static Rule rule(YamlField field, Set<String> codes) {
        field.only("category", "area", "industry", "unit", "verify");
        YamlField category = field.get("category");
        known(category, codes);
        return new Rule(
                category.text(),
                field.get("area").text(),
                field.get("industry").text(),
                field.need("unit").text());
    }

    private static Words words(YamlField field) {
        return field.need("name").words(Words.same(""));
    }
}
