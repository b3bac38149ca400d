package org.rongyi.definitions;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads `calendar.yaml`: `years:`, under each year `holidays:` and `makeUpDays:` as lists of days (`2026-10-01`) or of
/// first and last day (`2026-10-01..2026-10-07`), and `notice:`, where the table comes from. `hours:` is read by
/// [OfficeHours].
public final class YearTables {
    private static final String HOLIDAYS = "holidays";
    private static final String MAKE_UP_DAYS = "makeUpDays";
    private static final Set<String> FIELDS = Set.of("notice", HOLIDAYS, MAKE_UP_DAYS);

    private final YamlFile file;
    private final List<Fault> faults;
    private final Map<Integer, YearTable> years = new TreeMap<>();

    private YearTables(YamlFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    public static Loaded<List<YearTable>> read(Path path) {
        var faults = new ArrayList<Fault>();
        var file = YamlFile.read(path, faults);
        if (file == null) {
            return new Loaded<>(List.of(), faults);
        }
        var tables = new YearTables(file, faults);
        tables.readRoot();
        return new Loaded<>(List.copyOf(tables.years.values()), faults);
    }

    private void readRoot() {
        if (!(file.root() instanceof YamlNode.Mapping fields)) {
            faults.add(file.fault(file.root(), "must have the field years", null));
            return;
        }
        fields.entries().forEach((name, field) -> {
            if (name.equals("years") && field.value() instanceof YamlNode.Mapping tables) {
                tables.entries().forEach(this::readYear);
            } else if (!name.equals("hours")) {
                unknown(name, field, "Maybe years: with a table for each year below it.");
            }
        });
    }

    private void unknown(String name, YamlNode.Entry field, String advice) {
        faults.add(file.source().fault(field.keyStart(), "the field (" + name + ") is not known", advice));
    }

    private void readYear(String name, YamlNode.Entry entry) {
        if (!name.matches("[12]\\d{3}") || !(entry.value() instanceof YamlNode.Mapping fields)) {
            var message = "(" + name + ") must be a year with holidays and makeUpDays";
            faults.add(file.source().fault(entry.keyStart(), message, null));
            return;
        }
        int year = Integer.parseInt(name);
        var holidays = new TreeMap<LocalDate, YamlNode>();
        var makeUpDays = new TreeMap<LocalDate, YamlNode>();
        fields.entries().forEach((key, field) -> {
            switch (key) {
                case HOLIDAYS -> readDays(field.value(), year, holidays);
                case MAKE_UP_DAYS -> readDays(field.value(), year, makeUpDays);
                default -> {
                    if (!FIELDS.contains(key)) {
                        unknown(key, field, Nearest.advice(key, FIELDS).orElse("Maybe one of " + FIELDS));
                    }
                }
            }
        });
        checkMakeUpDays(holidays.keySet(), makeUpDays);
        years.put(year, new YearTable(year, holidays.keySet(), makeUpDays.keySet()));
    }

    private void checkMakeUpDays(Set<LocalDate> holidays, Map<LocalDate, YamlNode> makeUpDays) {
        makeUpDays.forEach((day, place) -> {
            if (holidays.contains(day)) {
                faults.add(file.fault(place, "(" + day + ") is both a holiday and a make-up day", null));
            } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                var message = "the make-up day (" + day + ") is no Saturday or Sunday";
                faults.add(file.fault(place, message, "Maybe the day of another year was copied."));
            }
        });
    }

    /// Each day with the item that names it.
    private void readDays(YamlNode node, int year, Map<LocalDate, YamlNode> days) {
        if (!(node instanceof YamlNode.Sequence list)) {
            faults.add(file.fault(node, "must be a list of days", "Maybe write [2026-10-01..2026-10-07]."));
            return;
        }
        for (var item : list.items()) {
            var text = item instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            var ends = text.split("\\.\\.", 2);
            try {
                var first = LocalDate.parse(ends[0].strip());
                var last = LocalDate.parse(ends[ends.length - 1].strip());
                if (last.isBefore(first) || first.getYear() != year || last.getYear() != year) {
                    var message = "(" + text + ") must be days of the year (" + year + "), the first before the last";
                    faults.add(file.fault(item, message, null));
                    continue;
                }
                first.datesUntil(last.plusDays(1)).forEach(day -> days.putIfAbsent(day, item));
            } catch (DateTimeException noDay) {
                var advice = "Maybe write 2026-10-01 or 2026-10-01..2026-10-07.";
                faults.add(file.fault(item, "(" + text + ") is no day", advice));
            }
        }
    }
}
