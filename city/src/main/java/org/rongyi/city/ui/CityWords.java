package org.rongyi.city.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.YamlField;

/// How this city calls itself and which clock it goes by, from `city.yaml` of its folder.
///
/// @param hotline null when the city has none: then no page promises one
public record CityWords(Words name, Words brand, @Nullable String hotline, ZoneId zone) {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /// For a city that has no file yet.
    static CityWords unnamed() {
        return new CityWords(new Words("本市", "the city"), new Words("蓉易", "Rongyi"), null, CHINA);
    }

    /// @throws FaultyCityFiles when the file is there but has faults
    static CityWords read(Path file) {
        CityWords plain = unnamed();
        if (!Files.exists(file)) {
            return plain;
        }
        List<Fault> faults = new ArrayList<>();
        YamlField root = YamlField.read(file, faults).only("name", "brand", "hotline", "timezone");
        YamlField hotline = root.get("hotline");
        CityWords words = new CityWords(
                root.get("name").words(plain.name()),
                root.get("brand").words(plain.brand()),
                hotline.isThere() ? hotline.text() : null,
                zone(root.get("timezone")));
        FaultyCityFiles.stopOn("words", faults);
        return words;
    }

    private static ZoneId zone(YamlField field) {
        if (!field.isThere()) {
            return CHINA;
        }
        try {
            return ZoneId.of(field.text());
        } catch (DateTimeException unknown) {
            field.fault("the time zone (" + field.text() + ") is not known", "Maybe use Asia/Shanghai.");
            return CHINA;
        }
    }

    /// The day that it is in the city.
    public LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /// The day in the city on which something happened.
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
