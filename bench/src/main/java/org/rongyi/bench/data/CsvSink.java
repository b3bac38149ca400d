package org.rongyi.bench.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// A CSV file as `./rongyi match` reads it. No value needs quotes.
final class CsvSink implements Sink {
    private static final int BUFFER_CHARS = 1 << 18;
    private static final int HUNDRED = 100;

    private final NamedAtTheEnd file;
    private final Writer out;
    private boolean first = true;

    CsvSink(Path target, List<String> headers) throws IOException {
        this.file = new NamedAtTheEnd(target);
        this.out = new BufferedWriter(Files.newBufferedWriter(file.written(), StandardCharsets.UTF_8), BUFFER_CHARS);
        out.write(String.join(",", headers));
        out.write('\n');
    }

    private void cell(String text) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write(text);
    }

    @Override
    public void missing() throws IOException {
        cell("");
    }

    @Override
    public void text(String value) throws IOException {
        cell(value);
    }

    @Override
    public void codes(List<String> value) throws IOException {
        cell(value.isEmpty() ? ";" : String.join(";", value));
    }

    @Override
    public void count(long value) throws IOException {
        cell(Long.toString(value));
    }

    @Override
    public void hundredths(long value) throws IOException {
        long size = Math.abs(value);
        long part = size % HUNDRED;
        cell((value < 0 ? "-" : "") + size / HUNDRED + (part < 10 ? ".0" : ".") + part);
    }

    @Override
    public void flag(boolean value) throws IOException {
        cell(Boolean.toString(value));
    }

    @Override
    public void day(long epochDay) throws IOException {
        cell(LocalDate.ofEpochDay(epochDay).toString());
    }

    @Override
    public void endRow() throws IOException {
        out.write('\n');
        first = true;
    }

    @Override
    public void complete() throws IOException {
        out.close();
        file.complete();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            out.close();
        }
    }
}
