package org.rongyi.definitions;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// A YAML document as a tree that knows where it stands: offsets are those of its [SourceText].
sealed interface YamlNode {

    int start();

    record Mapping(int start, Map<String, Entry> entries) implements YamlNode {}

    record Entry(int keyStart, YamlNode value) {}

    record Sequence(int start, List<YamlNode> items) implements YamlNode {}

    /// `kind` is what a plain text means in YAML 1.2 (core schema); `text` is always what was written.
    record Scalar(int start, int end, String text, ScalarStyle style, Kind kind) implements YamlNode {}

    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
