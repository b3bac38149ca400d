package org.rongyi.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The examples that a city brings along, a CSV file with the columns `text` and `category`.
public final class ShippedExamples {
    private ShippedExamples() {}

    /// @param examples of the lines that are sound: for one bad line a city does not forget all others
    /// @param faults each with file, line and column; empty if the file is sound
    public record Read(List<Example> examples, List<String> faults) {
        public Read {
            examples = List.copyOf(examples);
            faults = List.copyOf(faults);
        }
    }

    /// @throws IOException if the file cannot be read at all, and why
    public static Read read(Path file) throws IOException {
        var read = LabelledFile.readSound(file, List.of("text"), "category", 1);
        return new Read(read.examples(), read.faults());
    }
}
