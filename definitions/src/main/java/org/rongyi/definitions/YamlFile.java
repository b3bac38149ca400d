package org.rongyi.definitions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A YAML file that could be parsed: its text and its tree.
record YamlFile(SourceText source, YamlNode root) {
    static final int MOST_BYTES = 8 * 1024 * 1024;

    static @Nullable YamlFile read(Path path, List<Fault> faults) {
        var bytes = bytes(path, faults);
        return bytes == null ? null : parse(path.toString(), bytes, faults);
    }

    static @Nullable YamlFile parse(String name, byte[] bytes, List<Fault> faults) {
        var source = SourceText.decode(name, bytes, faults);
        if (source == null) {
            return null;
        }
        var root = new YamlReader(source, faults).read();
        return root == null ? null : new YamlFile(source, root);
    }

    /// Reads a file of sensible size, or says why not.
    static byte @Nullable [] bytes(Path path, List<Fault> faults) {
        var file = path.toString();
        try {
            if (!Files.isRegularFile(path)) {
                var message = Files.exists(path) ? "is not a file" : "there is no such file";
                faults.add(Fault.error(Place.wholeFile(file), message, null));
                return null;
            }
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                var message = "the file has %,d bytes; at most %,d are read".formatted(size, MOST_BYTES);
                faults.add(Fault.error(Place.wholeFile(file), message, "Maybe this is not a definition file"));
                return null;
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            var message = "cannot be read (%s)".formatted(unreadable);
            faults.add(Fault.error(Place.wholeFile(file), message, null));
            return null;
        }
    }

    Place place(YamlNode node) {
        return source.place(node.start());
    }

    Fault fault(YamlNode node, String message, @Nullable String advice) {
        return source.fault(node.start(), message, advice);
    }

    /// The place of a character of a text, through its quotes, folds and indentation.
    int offset(YamlNode.Scalar scalar, int position) {
        var offsets = ScalarPlaces.of(source.text(), scalar);
        return offsets[Math.clamp(position, 0, offsets.length - 1)];
    }
}
