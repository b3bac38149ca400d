package org.rongyi.city.policies;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.column.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The columns in a file beside the database, so that the next process need not build them. It can be deleted at any
/// time; one that is damaged, or of another register, is left alone and written anew.
final class ColumnsFile {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnsFile.class);

    /// Bytes before the numbers of the firms: log, position, how many.
    private static final int HEAD = 4 * Long.BYTES + Integer.BYTES;

    private final Path file;

    ColumnsFile(Path file) {
        this.file = file;
    }

    /// All or nothing: a process that is killed meanwhile leaves the old file.
    void write(Filled columns, UUID log) {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            try (FileChannel out = FileChannel.open(half, CREATE, TRUNCATE_EXISTING, WRITE)) {
                long[] numbers = columns.numbers();
                ByteBuffer head = ByteBuffer.allocate(HEAD + Long.BYTES * numbers.length);
                head.putLong(log.getMostSignificantBits()).putLong(log.getLeastSignificantBits());
                head.putLong(columns.position().transaction());
                head.putLong(columns.position().entry());
                head.putInt(numbers.length).asLongBuffer().put(numbers);
                head.rewind();
                while (head.hasRemaining()) {
                    out.write(head);
                }
                columns.table().write(out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.warn("The columns cannot be kept in {}: {}", file, failed.toString());
        }
    }

    /// Empty when there is none of this register.
    Optional<Filled> read(Dictionary dictionary, UUID log, Position end) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel in = FileChannel.open(file, READ)) {
            ByteBuffer head = read(in, HEAD);
            boolean same = new UUID(head.getLong(), head.getLong()).equals(log);
            Position position = new Position(head.getLong(), head.getLong());
            if (!same || position.compareTo(end) > 0) {
                return Optional.empty();
            }
            long[] numbers = new long[head.getInt()];
            read(in, Long.BYTES * numbers.length).asLongBuffer().get(numbers);
            Table table = Table.read(dictionary, in, CityColumns.threads());
            return table.rows() == numbers.length
                    ? Optional.of(new Filled(table, numbers, position))
                    : Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            LOG.info("The columns in {} are built anew: {}", file, unusable.toString());
            return Optional.empty();
        }
    }

    private static ByteBuffer read(FileChannel in, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException("the file ends within its head");
            }
        }
        return buffer.flip();
    }
}
