package org.rongyi.match;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Enterprises in a CSV file (RFC 4180): UTF-8 with or without a byte-order mark, GB18030 or marked UTF-16; any line
/// ends; cells in quotes may hold commas and line breaks. A line with broken quotes is a damaged row, not the end.
final class CsvEnterprises implements EnterpriseFile {
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[\t;；|]");

    private final Path path;
    private final Charset charset;
    private final long size;
    private final CountingStream counter;
    private final CsvRows rows;
    private final List<String> columns;

    private CsvEnterprises(Path path) throws IOException {
        this.path = path;
        this.charset = TextEncoding.of(path);
        this.size = Files.size(path);
        this.counter = new CountingStream(Files.newInputStream(path));
        this.rows = new CsvRows(new InputStreamReader(counter, charset));
        this.columns = header();
    }

    static CsvEnterprises open(Path path) throws IOException {
        return new CsvEnterprises(path);
    }

    private List<String> header() throws IOException {
        var first = rows.next();
        if (first == null || first.damage() != null) {
            throw refused(first == null ? "the file is empty" : first.damage());
        }
        var names = new ArrayList<String>();
        for (var name : first.cells()) {
            names.add(name.replace("\uFEFF", "").strip());
        }
        if (names.stream().allMatch(String::isEmpty)) {
            throw refused("the first line is empty");
        }
        if (names.size() == 1 && OTHER_SEPARATOR.matcher(names.getFirst()).find()) {
            throw refused("the first line has no comma, but tabs or semicolons. Maybe save it with commas");
        }
        return List.copyOf(names);
    }

    private UnreadableFile refused(@Nullable String reason) throws IOException {
        close();
        return new UnreadableFile("%s: %s; its first line must name the columns".formatted(path, reason));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void choose(Set<Integer> columns) {
        // A line is cut into all its cells anyway.
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        var next = rows.next();
        return next == null ? null : new RawRow(next.line(), Collections.unmodifiableList(next.cells()), next.damage());
    }

    @Override
    public double fraction() {
        return size == 0 ? 1 : (double) counter.count / size;
    }

    @Override
    public List<String> remarks() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return List.of();
        }
        return List.of("%s: is not in UTF-8, read as %s".formatted(path, charset.name()));
    }

    @Override
    public String rowWord() {
        return "line";
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
