package org.rongyi.city.calendar;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads `calendar.yaml`: `years:`, under each year `holidays:` and `makeUpDays:` as lists of days (`2026-10-01`) or of
/// first and last day (`2026-10-01..2026-10-07`), and `notice:`, where the table comes from.
final class CalendarFile {
    private static final Set<String> FIELDS = Set.of("notice", "holidays", "makeUpDays");

    private final Path file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Integer, YearTable> years = new TreeMap<>();

    private CalendarFile(Path file) {
        this.file = file;
    }

    static Loaded<List<YearTable>> read(Path path) {
        CalendarFile file = new CalendarFile(path);
        file.readRoot();
        return new Loaded<>(List.copyOf(file.years.values()), file.faults);
    }

    private void readRoot() {
        Node root = null;
        try (Reader text = Files.newBufferedReader(file)) {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
        } catch (MarkedYAMLException broken) {
            report(broken.getProblemMark(), String.valueOf(broken.getProblem()), null);
            return;
        } catch (IOException | YAMLException broken) {
            report((Mark) null, "cannot be read (" + broken.getMessage() + ")", null);
            return;
        }
        if (!(root instanceof MappingNode fields)) {
            report((Mark) null, "must have the field years", null);
            return;
        }
        for (NodeTuple field : fields.getValue()) {
            if (text(field.getKeyNode()).equals("years") && field.getValueNode() instanceof MappingNode tables) {
                tables.getValue().forEach(this::readYear);
            } else {
                report(
                        field.getKeyNode(),
                        "the field (" + text(field.getKeyNode()) + ") is not known",
                        "Maybe years: with a table for each year below it.");
            }
        }
    }

    private void readYear(NodeTuple entry) {
        String name = text(entry.getKeyNode());
        if (!name.matches("[12]\\d{3}") || !(entry.getValueNode() instanceof MappingNode fields)) {
            report(entry.getKeyNode(), "(" + name + ") must be a year with holidays and makeUpDays", null);
            return;
        }
        int year = Integer.parseInt(name);
        Map<LocalDate, Node> holidays = new TreeMap<>();
        Map<LocalDate, Node> makeUpDays = new TreeMap<>();
        for (NodeTuple field : fields.getValue()) {
            String key = text(field.getKeyNode());
            if (!FIELDS.contains(key)) {
                report(field.getKeyNode(), "the field (" + key + ") is not known", "Maybe one of " + FIELDS + ".");
            } else if (key.equals("holidays")) {
                readDays(field.getValueNode(), year, holidays);
            } else if (key.equals("makeUpDays")) {
                readDays(field.getValueNode(), year, makeUpDays);
            }
        }
        checkMakeUpDays(holidays.keySet(), makeUpDays);
        YearTable table = new YearTable(year, Set.copyOf(holidays.keySet()), Set.copyOf(makeUpDays.keySet()));
        if (years.put(year, table) != null) {
            report(entry.getKeyNode(), "the year (" + year + ") stands twice", null);
        }
    }

    private void checkMakeUpDays(Set<LocalDate> holidays, Map<LocalDate, Node> makeUpDays) {
        makeUpDays.forEach((day, place) -> {
            if (holidays.contains(day)) {
                report(place, "(" + day + ") is both a holiday and a make-up day", null);
            } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                report(
                        place,
                        "the make-up day (" + day + ") is no Saturday or Sunday",
                        "Maybe the day of another year was copied.");
            }
        });
    }

    /// Each day with the item that names it.
    private void readDays(Node node, int year, Map<LocalDate, Node> days) {
        if (!(node instanceof SequenceNode list)) {
            report(node, "must be a list of days", "Maybe write [2026-10-01..2026-10-07].");
            return;
        }
        for (Node item : list.getValue()) {
            String text = text(item);
            String[] ends = text.split("\\.\\.", 2);
            try {
                LocalDate first = LocalDate.parse(ends[0].strip());
                LocalDate last = LocalDate.parse(ends[ends.length - 1].strip());
                if (last.isBefore(first) || first.getYear() != year || last.getYear() != year) {
                    report(
                            item,
                            "(" + text + ") must be days of the year (" + year + "), the first before the last",
                            null);
                    continue;
                }
                first.datesUntil(last.plusDays(1)).forEach(day -> days.putIfAbsent(day, item));
            } catch (DateTimeException noDay) {
                report(item, "(" + text + ") is no day", "Maybe write 2026-10-01 or 2026-10-01..2026-10-07.");
            }
        }
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private void report(Node node, String message, @Nullable String advice) {
        report(node.getStartMark(), message, advice);
    }

    private void report(@Nullable Mark mark, String message, @Nullable String advice) {
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        faults.add(Fault.error(new Place(file.toString(), line, column), message, advice));
    }
}
