package org.rongyi.city.enterprises;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.Row;

/// What [Fold] makes of a firm's reports and a rule may read in it, without where it comes from: for who reads the
/// whole
/// register. Not safe for many threads.
final class RowFold {
    /// The kinds of voices in the order in which they are heard.
    static final int DEPARTMENT = 0;

    static final int FIRM = 1;
    static final int INFERENCE = 2;

    /// Somebody said it, not surely enough for a rule; a lower voice is not heard all the same.
    private static final Object UNSURE = new Object();

    private static final Comparator<Report> IN_ORDER = Comparator.comparingInt(Report::asOf)
            .thenComparingLong(Report::recordedAt)
            .thenComparingLong(Report::id);

    private final FactBytes bytes;
    private final Map<String, Integer> places = new HashMap<>();
    private final String[] ids;
    private final @Nullable Object[][] voices;

    /// @param bytes of the same elements
    RowFold(List<Element> stored, FactBytes bytes) {
        this.bytes = bytes;
        for (int place = 0; place < stored.size(); place++) {
            places.put(stored.get(place).id(), place);
        }
        this.ids = stored.stream().map(Element::id).toArray(String[]::new);
        this.voices = new Object[3][stored.size()];
    }

    /// One report as it lies in the log.
    ///
    /// @param voice of the three kinds
    /// @param asOf and recordedAt as numbers that rise with time
    /// @param bytes where facts, from `from` to `to`, and notes stand
    /// @param notes null where there are none
    record Report(
            int voice,
            int asOf,
            long recordedAt,
            long id,
            byte[] bytes,
            int from,
            int to,
            @Nullable String notes) {
        static String text(byte[] bytes, int from, int to) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
    }

    /// @param reports of one firm; they are put in order
    Row row(List<Report> reports, Set<String> contested) {
        reports.sort(IN_ORDER);
        for (@Nullable Object[] voice : voices) {
            Arrays.fill(voice, null);
        }
        reports.forEach(this::hear);
        @Nullable Object[] values = new Object[places.size()];
        for (int place = 0; place < values.length; place++) {
            Object best = voices[DEPARTMENT][place];
            best = best != null ? best : voices[FIRM][place];
            best = best != null ? best : voices[INFERENCE][place];
            values[place] = best == UNSURE ? null : best;
        }
        for (String element : contested) {
            Integer place = places.get(element);
            if (place != null) {
                values[place] = null;
            }
        }
        return new Values(values);
    }

    /// Who asks for one element after the other, in the order of the list, is answered without a search. For one
    /// thread.
    private final class Values implements Row {
        private final @Nullable Object[] values;
        private int next;

        private Values(@Nullable Object[] values) {
            this.values = values;
        }

        @Override
        public @Nullable Object value(String id) {
            int at = next;
            if (at == ids.length || !ids[at].equals(id)) {
                Integer place = places.get(id);
                if (place == null) {
                    return null;
                }
                at = place;
            }
            next = at + 1;
            return values[at];
        }
    }

    private void hear(Report report) {
        @Nullable Object[] voice = voices[report.voice()];
        bytes.read(report.bytes(), report.from(), report.to(), (place, value) -> voice[place] = value);
        if (report.notes() != null) {
            FactJson.notes(report.notes()).forEach((element, note) -> {
                Integer place = places.get(element);
                if (place != null && !FactNote.sureEnough(note) && voice[place] != null) {
                    voice[place] = UNSURE;
                }
            });
        }
    }
}
