package org.rongyi.definitions.files;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A CSV file (RFC 4180) whose first line names the columns: UTF-8 with or without a byte-order mark, GB18030
/// or marked UTF-16; any line ends; cells in quotes may hold commas and line breaks. A line with broken
/// quotes is a damaged row, not the end.
public final class CsvFile implements Closeable {
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[\t;；|]");

    private final Path path;
    private final Charset charset;
    private final long size;
    private final CountingStream counter;
    private final CsvRows rows;
    private final List<String> columns;

    private CsvFile(Path path) throws IOException {
        this.path = path;
        this.charset = TextEncoding.of(path);
        this.size = Files.size(path);
        this.counter = new CountingStream(Files.newInputStream(path));
        this.rows = new CsvRows(new InputStreamReader(counter, charset));
        this.columns = header();
    }

    /// @throws UnreadableFile if it is no such file, and why
    public static CsvFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFile(missing(path));
        }
        try {
            var kind = FileKind.of(path);
            if (kind == FileKind.PARQUET) {
                throw new UnreadableFile("%s: is a Parquet file, not CSV".formatted(path));
            }
            if (kind != FileKind.TEXT) {
                throw new UnreadableFile("%s: %s".formatted(path, kind.reason()));
            }
            return new CsvFile(path);
        } catch (FileSystemException refused) {
            throw Wording.of(path, "cannot be read", refused);
        }
    }

    public static String missing(Path path) {
        return path + (Files.exists(path) ? ": is not a file" : ": there is no such file");
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

    public List<String> columns() {
        return columns;
    }

    /// The next record that is not blank, or null at the end.
    public CsvRows.@Nullable CsvRow next() throws IOException {
        return rows.next();
    }

    /// How much of the file has been read, from 0 to 1.
    public double fraction() {
        return size == 0 ? 1 : (double) counter.count / size;
    }

    /// What a reader of the file should know: that it was not UTF-8.
    public List<String> remarks() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return List.of();
        }
        return List.of("%s: is not in UTF-8, read as %s".formatted(path, charset.name()));
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
