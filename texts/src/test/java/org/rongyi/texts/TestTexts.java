package org.rongyi.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// What the tests share: one model, and the examples that a city ships.
final class TestTexts {
    static final SharedModel MODEL = new SharedModel();
    static final Path SHIPPED = Path.of("../cities/chengdu/appeals/examples.csv");

    private TestTexts() {}

    static List<Example> shipped() {
        try {
            return ShippedExamples.read(SHIPPED).examples();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
