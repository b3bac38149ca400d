package org.rongyi.definitions;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hours of a working day in which people work, as `hours:` in `calendar.yaml` has them.
///
/// @param spans in order, none over another
public record OfficeHours(List<Span> spans) {
    /// Where a city says nothing.
    public static final OfficeHours USUAL = new OfficeHours(List.of(
            new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Span(LocalTime.of(13, 0), LocalTime.of(17, 0))));

    public OfficeHours {
        spans = List.copyOf(spans);
    }

    public record Span(LocalTime from, LocalTime to) {}

    public static Loaded<OfficeHours> read(Path path) {
        List<Fault> faults = new ArrayList<>();
        YamlField field = YamlField.read(path, faults).get("hours");
        if (!field.isThere()) {
            return new Loaded<>(USUAL, faults);
        }
        List<Span> spans = new ArrayList<>();
        for (YamlField item : field.items()) {
            Span span = span(item.text());
            if (span == null || !spans.isEmpty() && spans.getLast().to().isAfter(span.from())) {
                item.fault(
                        "(" + item.text() + ") are no hours after those before them",
                        "Maybe write [09:00-12:00, 13:00-17:00].");
            } else {
                spans.add(span);
            }
        }
        if (spans.isEmpty() && faults.isEmpty()) {
            field.fault("there are no hours", "Maybe write [09:00-12:00, 13:00-17:00].");
        }
        return new Loaded<>(new OfficeHours(spans), faults);
    }

    private static @Nullable Span span(String text) {
        String[] ends = text.split("-", 2);
        if (ends.length < 2) {
            return null;
        }
        try {
            Span span = new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            return span.from().isBefore(span.to()) ? span : null;
        } catch (DateTimeException noHours) {
            return null;
        }
    }
}
