package org.rongyi.city.policies;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
    private static final int BUFFER = 1 << 20;

    private final Path file;

    ColumnsFile(Path file) {
        this.file = file;
    }

    /// All or nothing: a process that is killed meanwhile leaves the old file.
    void write(Filled columns, UUID log) {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half), BUFFER))) {
                out.writeUTF(log.toString());
                out.writeLong(columns.position().transaction());
                out.writeLong(columns.position().entry());
                long[] numbers = columns.numbers();
                out.writeInt(numbers.length);
                for (long number : numbers) {
                    out.writeLong(number);
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
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            boolean same = in.readUTF().equals(log.toString());
            Position position = new Position(in.readLong(), in.readLong());
            if (!same || position.compareTo(end) > 0) {
                return Optional.empty();
            }
            long[] numbers = new long[in.readInt()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readLong();
            }
            Table table = Table.read(dictionary, in);
            return table.rows() == numbers.length
                    ? Optional.of(new Filled(table, numbers, position))
                    : Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            LOG.info("The columns in {} are built anew: {}", file, unusable.toString());
            return Optional.empty();
        }
    }
}
