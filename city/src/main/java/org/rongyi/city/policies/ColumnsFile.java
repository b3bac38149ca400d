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
import java.util.zip.CRC32C;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.column.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The columns in a file beside the database, so that the next process need not build them. It can be deleted at any
/// time; one that is damaged, or of another register or another program, is left alone and written anew.
final class ColumnsFile {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnsFile.class);

    /// Bytes before the numbers of the firms: log, fold, position, how many. Behind the numbers stands the checksum
    /// of all that.
    private static final int HEAD = 6 * Long.BYTES + Integer.BYTES;

    private static final int MOST = (Integer.MAX_VALUE - HEAD - Integer.BYTES) / Long.BYTES;

    /// Of what the columns were made.
    ///
    /// @param log of the register
    /// @param fold how its facts become columns: dictionary and program
    record Source(UUID log, UUID fold) {}

    private final Path file;

    ColumnsFile(Path file) {
        this.file = file;
    }

    /// All or nothing: a process that is killed meanwhile leaves the old file; so does a machine without power.
    void write(Filled columns, Source source) {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            try (FileChannel out = FileChannel.open(half, CREATE, TRUNCATE_EXISTING, WRITE)) {
                long[] numbers = columns.numbers();
                ByteBuffer head = ByteBuffer.allocate(HEAD + Long.BYTES * numbers.length + Integer.BYTES);
                put(head, source.log);
                put(head, source.fold);
                head.putLong(columns.position().transaction());
                head.putLong(columns.position().entry());
                head.putInt(numbers.length).asLongBuffer().put(numbers);
                head.putInt(head.capacity() - Integer.BYTES, sum(head.array(), head.capacity() - Integer.BYTES));
                head.rewind();
                while (head.hasRemaining()) {
                    out.write(head);
                }
                columns.table().write(out);
                out.force(true);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.warn("The columns cannot be kept in {}: {}", file, failed.toString());
        }
    }

    private static void put(ByteBuffer into, UUID id) {
        into.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    /// Empty when there is none of this source.
    Optional<Filled> read(Dictionary dictionary, Source source, Position end) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel in = FileChannel.open(file, READ)) {
            ByteBuffer head = read(in, HEAD);
            boolean same = new Source(id(head), id(head)).equals(source);
            Position position = new Position(head.getLong(), head.getLong());
            if (!same || position.compareTo(end) > 0) {
                LOG.info("The columns in {} are of another register or program and are built anew", file);
                return Optional.empty();
            }
            int count = head.getInt();
            if (count < 0 || count > Math.min(MOST, (in.size() - HEAD) / Long.BYTES)) {
                throw new IOException("the file cannot hold (%d) firms".formatted(count));
            }
            in.position(0);
            int length = HEAD + Long.BYTES * count;
            ByteBuffer whole = read(in, length + Integer.BYTES);
            if (whole.getInt(length) != sum(whole.array(), length)) {
                throw new IOException("the head of the file is damaged");
            }
            long[] numbers = new long[count];
            whole.position(HEAD).asLongBuffer().get(numbers);
            Table table = Table.read(dictionary, in, CityColumns.threads());
            return table.rows() == numbers.length
                    ? Optional.of(new Filled(table, numbers, position))
                    : Optional.empty();
        } catch (IOException unusable) {
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
