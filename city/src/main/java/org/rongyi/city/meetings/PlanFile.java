package org.rongyi.city.meetings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// Reads `meetings.yaml`. A city without one holds no meetings.
final class PlanFile {
    private static final int MOST_MONTHS = 24;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private PlanFile() {}

    static MeetingPlan read(Path file) {
        if (!Files.exists(file)) {
            return new MeetingPlan(List.of());
        }
        PlanFile reading = new PlanFile();
        YamlField root = YamlField.read(file, reading.faults).only("series");
        List<MeetingSeries> series =
                root.need("series").items().stream().map(reading::series).toList();
        FaultyCityFiles.stopOn("meetings", reading.faults);
        return new MeetingPlan(series);
    }

    private MeetingSeries series(YamlField field) {
        field.only("id", "name", "about", "since", "everyMonths", "units", "verify");
        YamlField id = field.need("id");
        if (id.isThere() && !ids.add(id.text())) {
            id.fault("(" + id.text() + ") is here for the second time", null);
        }
        YamlField months = field.need("everyMonths");
        int every = months.number().intValue();
        if (months.isThere() && (every < 1 || every > MOST_MONTHS)) {
            months.fault("(" + every + ") months", "Maybe 1 to " + MOST_MONTHS + ".");
        }
        YamlField units = field.need("units");
        if (units.isThere() && units.texts().isEmpty()) {
            units.fault("no department owes a meeting of this series", null);
        }
        LocalDate since = field.need("since").day();
        return new MeetingSeries(
                id.text(),
                field.need("name").words(Words.same("")),
                field.need("about").words(Words.same("")),
                since == null ? LocalDate.EPOCH : since,
                every,
                units.texts());
    }
}
