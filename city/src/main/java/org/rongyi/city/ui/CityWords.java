package org.rongyi.city.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// How this city calls itself, from `city.yaml` of its folder.
///
/// @param hotline null when the city has none: then no page promises one
public record CityWords(Words name, Words brand, @Nullable String hotline, ZoneId zone) {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /// For a city that has no file yet.
    static CityWords unnamed() {
        return new CityWords(new Words("本市", "the city"), new Words("蓉易", "Rongyi"), null, CHINA);
    }

    /// @throws IllegalStateException when the file is there but cannot be read, naming file and field
    static CityWords read(Path file) {
        if (!Files.exists(file)) {
            return unnamed();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (!(root instanceof Map<?, ?> map)) {
                throw fault(file, "the file", "must be a map of fields");
            }
            CityWords plain = unnamed();
            Object hotline = map.get("hotline");
            return new CityWords(
                    words(file, map, "name", plain.name()),
                    words(file, map, "brand", plain.brand()),
                    hotline == null ? null : hotline.toString(),
                    zone(file, map.get("timezone")));
        } catch (IOException | YAMLException e) {
            throw new IllegalStateException("cannot read the city's words (" + file + "): " + e.getMessage(), e);
        }
    }

    private static Words words(Path file, Map<?, ?> map, String field, Words otherwise) {
        Object value = map.get(field);
        return switch (value) {
            case null -> otherwise;
            case Map<?, ?> both
            when both.get("zh") instanceof String zh -> new Words(zh, both.get("en") instanceof String en ? en : zh);
            case String text -> Words.same(text);
            default -> throw fault(file, field, "must be a text or {zh: …, en: …}");
        };
    }

    private static ZoneId zone(Path file, @Nullable Object value) {
        if (value == null) {
            return CHINA;
        }
        try {
            return ZoneId.of(value.toString());
        } catch (DateTimeException e) {
            throw fault(file, "timezone", "(" + value + ") is not known\nMaybe use Asia/Shanghai.");
        }
    }

    private static IllegalStateException fault(Path file, String field, String what) {
        return new IllegalStateException(file + ": " + field + " " + what);
    }
}
