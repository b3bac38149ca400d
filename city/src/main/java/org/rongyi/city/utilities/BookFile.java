package org.rongyi.city.utilities;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.rongyi.city.utilities.UtilityBook.Days;
import org.rongyi.city.utilities.UtilityBook.Exemption;
import org.rongyi.city.utilities.UtilityBook.Hours;
import org.rongyi.city.utilities.UtilityBook.Measure;
import org.rongyi.city.utilities.UtilityBook.PermitKind;
import org.rongyi.city.utilities.UtilityBook.Skill;
import org.rongyi.city.utilities.UtilityBook.Survey;
import org.rongyi.city.utilities.UtilityBook.Utility;
import org.rongyi.city.utilities.UtilityBook.WorksLimit;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;
import org.rongyi.rules.Compilation;
import org.rongyi.rules.Rule;
import org.rongyi.rules.ValueType;

/// Reads `utilities.yaml`. A city without one connects nothing.
final class BookFile {
    private static final Words NOTHING = Words.same("");
    private static final Survey USUAL = new Survey(60, 30, 24, 10, 6);
    private static final int LONGEST_SURVEY = 480;
    /// The clock of the survey in the kind of case gives two more to sign.
    private static final int FURTHEST = 20;
    private static final int MOST_OFFERED = 20;
    private static final int MOST_METRES = 20_000;
    private static final int MOST_DAYS = 250;
    private static final int MOST_KILOVOLTS = 1000;
    /// Of a decision of the law that stands behind the kind of case `application`.
    private static final int LONGEST_DECISION = 20;

    private final List<Fault> faults = new ArrayList<>();
    private final Elements elements;
    /// Account to the utility for which it signs.
    private final Map<String, String> signs = new HashMap<>();

    private BookFile(Elements elements) {
        this.elements = elements;
    }

    static UtilityBook read(Path file, Elements elements) {
        if (!Files.exists(file)) {
            return new UtilityBook(USUAL, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        BookFile reading = new BookFile(elements);
        UtilityBook book = reading.book(YamlField.read(file, reading.faults));
        FaultyCityFiles.stopOn("utilities", reading.faults);
        return book;
    }

    private UtilityBook book(YamlField root) {
        root.only("survey", "site", "utilities", "crews", "works", "permits");
        Set<String> ids = new HashSet<>();
        List<Utility> utilities = root.need("utilities").items().stream()
                .map(each -> utility(each, ids))
                .toList();
        Set<String> crews = new HashSet<>();
        Set<String> permits = new HashSet<>();
        return new UtilityBook(
                survey(root.get("survey")),
                measures(root.get("site")),
                utilities,
                root.need("crews").items().stream()
                        .map(each -> crew(each, ids, crews))
                        .toList(),
                root.get("works").items().stream().map(this::limit).toList(),
                root.get("permits").items().stream()
                        .map(each -> permit(each, ids, permits))
                        .toList());
    }

    private Survey survey(YamlField field) {
        field.only("minutes", "everyMinutes", "noticeHours", "aheadWorkingDays", "offered");
        return new Survey(
                number(field.get("minutes"), 10, LONGEST_SURVEY, USUAL.minutes()),
                number(field.get("everyMinutes"), 5, LONGEST_SURVEY, USUAL.everyMinutes()),
                number(field.get("noticeHours"), 0, 240, USUAL.noticeHours()),
                number(field.get("aheadWorkingDays"), 1, FURTHEST, USUAL.aheadWorkingDays()),
                number(field.get("offered"), 1, MOST_OFFERED, USUAL.offered()));
    }

    private Utility utility(YamlField field, Set<String> ids) {
        field.only("id", "name", "unit", "asks", "skills", "measures");
        once(field.need("id"), ids);
        if (field.get("id").text().equals(SurveyRecord.SITE)) {
            field.get("id").fault("(site) stands for what is measured once for all", "Maybe another id.");
        }
        field.need("asks").items().forEach(this::asked);
        return new Utility(
                field.need("id").text(),
                field.need("name").words(NOTHING),
                field.need("unit").text(),
                field.need("asks").texts(),
                field.get("skills").items().stream().map(this::skill).toList(),
                measures(field.get("measures")));
    }

    /// What is kept of an answer is one value.
    private void asked(YamlField id) {
        ElementDefinition element = elements.find(id.text()).orElse(null);
        if (element == null) {
            id.fault("no element (" + id.text() + ")", "Maybe one of the dictionary.");
        } else if (element.element().type() == ValueType.CODES) {
            id.fault("(" + id.text() + ") has several values", "Maybe an element with one value.");
        }
    }

    private Skill skill(YamlField field) {
        field.only("id", "when");
        return new Skill(field.need("id").text(), condition(field.get("when")));
    }

    private @Nullable Rule condition(YamlField field) {
        if (!field.isThere()) {
            return null;
        }
        return switch (elements.compiler().condition(field.text())) {
            case Compilation.Compiled(Rule rule) -> rule;
            case Compilation.Rejected(var rejected) -> {
                rejected.forEach(fault -> field.fault(fault.message(), fault.advice()));
                yield null;
            }
        };
    }

    private List<Measure> measures(YamlField field) {
        Set<String> ids = new HashSet<>();
        return field.items().stream()
                .map(each -> {
                    each.only("id", "name", "unit", "needed");
                    once(each.need("id"), ids);
                    return new Measure(
                            each.need("id").text(),
                            each.need("name").words(NOTHING),
                            each.get("unit").words(NOTHING),
                            each.get("unit").isThere(),
                            each.get("needed").flag());
                })
                .toList();
    }

    private Crew crew(YamlField field, Set<String> utilities, Set<String> ids) {
        field.only("id", "utility", "name", "accounts", "skills", "areas", "weekdays", "hours", "off");
        once(field.need("id"), ids);
        known(field.need("utility"), utilities);
        if (field.need("accounts").isThere() && field.get("accounts").texts().isEmpty()) {
            field.get("accounts").fault("nobody could sign for the crew", "Maybe [an account].");
        }
        field.get("accounts").items().forEach(account -> signsFor(account, field.get("utility")));
        List<Hours> hours = field.need("hours").items().stream()
                .flatMap(each -> hours(each).stream())
                .toList();
        if (field.get("hours").isThere() && hours.isEmpty()) {
            field.get("hours").fault("there are no hours", "Maybe [09:00-12:00, 13:00-17:00].");
        }
        return new Crew(
                field.need("id").text(),
                field.need("utility").text(),
                field.need("name").words(NOTHING),
                field.need("accounts").texts(),
                Set.copyOf(field.get("skills").texts()),
                field.need("areas").texts(),
                weekdays(field.get("weekdays")),
                hours,
                field.get("off").items().stream()
                        .flatMap(each -> days(each).stream())
                        .toList());
    }

    /// At one survey each operator signs by somebody of its own.
    private void signsFor(YamlField account, YamlField utility) {
        String before = signs.putIfAbsent(account.text(), utility.text());
        if (before != null && !before.equals(utility.text())) {
            String what = "(" + account.text() + ") signs for (" + before + ") already";
            account.fault(what, "Maybe an account of its own.");
        }
    }

    private static List<Hours> hours(YamlField field) {
        String[] ends = field.text().split("-", 2);
        try {
            if (ends.length == 2) {
                Hours hours = new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
                if (hours.from().isBefore(hours.to())) {
                    return List.of(hours);
                }
            }
        } catch (DateTimeException noHours) {
            // told below, with all that is no hours
        }
        field.fault("(" + field.text() + ") are no hours", "Maybe 09:00-12:00.");
        return List.of();
    }

    private static List<Days> days(YamlField field) {
        String[] ends = field.text().split("\\.\\.", 2);
        try {
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = ends.length == 2 ? LocalDate.parse(ends[1]) : first;
            if (!last.isBefore(first)) {
                return List.of(new Days(first, last));
            }
        } catch (DateTimeException noDay) {
            // told below, with all that are no days
        }
        field.fault("(" + field.text() + ") are no days", "Maybe 2026-12-01..2026-12-04.");
        return List.of();
    }

    /// Where none are named, every working day.
    private static Set<DayOfWeek> weekdays(YamlField field) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (YamlField each : field.items()) {
            boolean found = false;
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().startsWith(each.text().toUpperCase(Locale.ROOT))
                        && each.text().length() >= 2) {
                    days.add(day);
                    found = true;
                }
            }
            if (!found) {
                each.fault("(" + each.text() + ") is no day of the week", "Maybe MON.");
            }
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private WorksLimit limit(YamlField field) {
        field.only("upToMetres", "workingDays", "basis", "verify");
        return new WorksLimit(
                number(field.need("upToMetres"), 0, MOST_METRES, 0),
                number(field.need("workingDays"), 1, MOST_DAYS, 1),
                field.need("basis").words(NOTHING),
                field.get("verify").words(NOTHING));
    }

    private PermitKind permit(YamlField field, Set<String> utilities, Set<String> ids) {
        field.only("id", "name", "unit", "workingDays", "exempt", "basis", "verify");
        once(field.need("id"), ids);
        return new PermitKind(
                field.need("id").text(),
                field.need("name").words(NOTHING),
                field.need("unit").text(),
                number(field.need("workingDays"), 1, LONGEST_DECISION, 1),
                field.get("exempt").items().stream()
                        .map(each -> exemption(each, utilities))
                        .toList(),
                field.need("basis").words(NOTHING),
                field.get("verify").words(NOTHING));
    }

    private Exemption exemption(YamlField field, Set<String> utilities) {
        field.only("utilities", "upToMetres", "upToKilovolts", "basis", "verify");
        field.need("utilities").items().forEach(each -> known(each, utilities));
        return new Exemption(
                Set.copyOf(field.need("utilities").texts()),
                number(field.need("upToMetres"), 0, MOST_METRES, 0),
                number(field.get("upToKilovolts"), 0, MOST_KILOVOLTS, 0),
                field.need("basis").words(NOTHING),
                field.get("verify").words(NOTHING));
    }

    private static void known(YamlField field, Set<String> utilities) {
        if (field.isThere() && !utilities.contains(field.text())) {
            field.fault("(" + field.text() + ") is none of " + utilities, null);
        }
    }

    private static void once(YamlField id, Set<String> ids) {
        if (id.isThere() && !ids.add(id.text())) {
            id.fault("(" + id.text() + ") is here for the second time", null);
        }
    }

    private static int number(YamlField field, int least, int most, int otherwise) {
        if (!field.isThere()) {
            return otherwise;
        }
        int number = field.number().intValue();
        if (number < least || number > most) {
            field.fault("(" + field.text() + ") must be " + least + " to " + most, null);
            return otherwise;
        }
        return number;
    }
}
