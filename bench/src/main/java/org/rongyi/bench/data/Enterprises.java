package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.rongyi.definitions.Definitions;

/// Makes synthetic enterprises, one after another, into a file.
final class Enterprises {
    private final CityFrequencies city;
    private final List<Fields.Field> fields;
    private final long seed;

    Enterprises(Definitions definitions, CityFrequencies city, long seed) {
        this.city = city;
        this.fields = Fields.of(definitions);
        this.seed = seed;
    }

    /// Parquet by name, else CSV.
    ///
    /// @param progress is told each number made
    void write(long size, Path target, LongConsumer progress) throws IOException {
        try (var sink = sink(target)) {
            for (long number = 0; number < size; number++) {
                put(number, sink);
                progress.accept(number + 1);
            }
            sink.complete();
        }
    }

    private Sink sink(Path target) throws IOException {
        var headers = fields.stream().map(Fields.Field::element).toList();
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                ? new ParquetSink(
                        target, headers, fields.stream().map(Fields.Field::kind).toList())
                : new CsvSink(target, headers);
    }

    /// Each enterprise depends on seed and number only, so that a larger file begins like a smaller one.
    private void put(long number, Sink sink) throws IOException {
        var draw = Draws.of(seed, number);
        var firm = Firm.draw(draw, city, number);
        boolean key = true;
        for (var field : fields) {
            if (!key && draw.chance(Fields.MISSING)) {
                sink.missing();
            } else {
                field.value().put(firm, draw, sink);
            }
            key = false;
        }
        sink.endRow();
    }
}
