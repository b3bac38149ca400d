package org.rongyi.city.enterprises.registrations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.RegistrationColumn;

/// One row's cells by what they mean.
record Cells(Header header, int line, List<String> cells) {
    /// The first row: which column stands where.
    record Header(
            List<String> names,
            Map<RegistrationColumn, Integer> places,
            @Nullable String unitInHeader) {
        private static final Pattern UNIT = Pattern.compile("[（(](.*[元万].*)[)）]");

        static Header of(List<String> names) {
            Map<RegistrationColumn, Integer> places = new EnumMap<>(RegistrationColumn.class);
            for (int i = 0; i < names.size(); i++) {
                RegistrationColumn column = RegistrationColumn.of(names.get(i));
                if (column != null) {
                    places.putIfAbsent(column, i);
                }
            }
            Integer capital = places.get(RegistrationColumn.CAPITAL);
            Matcher unit = UNIT.matcher(capital == null ? "" : names.get(capital));
            return new Header(List.copyOf(names), places, unit.find() ? unit.group(1) : null);
        }

        boolean has(RegistrationColumn column) {
            return places.containsKey(column);
        }

        /// Columns that the register has no use for; personal data such as a representative's name is among them.
        List<String> unused() {
            return names.stream()
                    .filter(name -> RegistrationColumn.of(name) == null)
                    .toList();
        }
    }

    /// Without the spaces around it, empty when the file has no such column.
    String text(RegistrationColumn column) {
        Integer place = header.places().get(column);
        return place == null ? "" : cells.get(place).strip();
    }

    @Nullable
    String capitalUnit() {
        return header.has(RegistrationColumn.CAPITAL_UNIT)
                ? text(RegistrationColumn.CAPITAL_UNIT)
                : header.unitInHeader();
    }

    String capitalAsWritten() {
        return header.has(RegistrationColumn.CAPITAL_UNIT)
                ? text(RegistrationColumn.CAPITAL) + " " + text(RegistrationColumn.CAPITAL_UNIT)
                : text(RegistrationColumn.CAPITAL);
    }

    Problem refused(RegistrationColumn column, String zh, String en) {
        return problem(column, text(column), true, zh, en);
    }

    Problem dropped(RegistrationColumn column, String zh, String en) {
        return problem(column, text(column), false, zh, en);
    }

    Problem dropped(RegistrationColumn column, String value, String zh, String en) {
        return problem(column, value, false, zh, en);
    }

    private Problem problem(RegistrationColumn column, String value, boolean rowRefused, String zh, String en) {
        int place = header.places().getOrDefault(column, -1);
        return new Problem(line, place + 1, place < 0 ? "" : header.names().get(place), value, rowRefused, zh, en);
    }
}
