package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.enterprises.Changes.Position;
import org.rongyi.city.policies.CityColumns.Filled;
import org.rongyi.city.policies.ColumnsFile.Source;
import org.rongyi.definitions.Definitions;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.Row;
import org.rongyi.rules.column.Table;

class ColumnsFileTest {
    private static final Dictionary DICTIONARY = Definitions.shipped().dictionary();
    private static final Position END = new Position(900, 7);
    private static final int FIRMS = 3_000;

    /// As much as a disk writes at once.
    private static final int SECTOR = 512;

    @TempDir
    Path folder;

    private final Source source = new Source(UUID.randomUUID(), UUID.randomUUID());

    private ColumnsFile written() {
        Table.Builder rows = Table.builder(DICTIONARY);
        long[] numbers = new long[FIRMS];
        for (int i = 0; i < FIRMS; i++) {
            rows.append(Row.of(Map.of("insuredStaff", BigDecimal.valueOf(i), "entityType", "个体工商户")));
            numbers[i] = 10L + i;
        }
        ColumnsFile file = new ColumnsFile(folder.resolve("columns"));
        file.write(new Filled(rows.build(), numbers, END), source);
        return file;
    }

    private Optional<Filled> read(ColumnsFile file) {
        return file.read(DICTIONARY, source, END);
    }

    @Test
    void theNextProcessHasTheColumnsAgain() {
        assertThat(read(written())).hasValueSatisfying(filled -> {
            assertThat(filled.number(2_999)).isEqualTo(3_009);
            assertThat(filled.position()).isEqualTo(END);
            assertThat(filled.table().row(2_999).value("insuredStaff")).isEqualTo(BigDecimal.valueOf(2_999));
        });
    }

    @Test
    void anotherRegisterOrAProgramThatFoldsOtherwiseTakesNothing() {
        ColumnsFile file = written();
        assertThat(file.read(DICTIONARY, new Source(UUID.randomUUID(), source.fold()), END))
                .isEmpty();
        assertThat(file.read(DICTIONARY, new Source(source.log(), UUID.randomUUID()), END))
                .isEmpty();
        assertThat(file.read(DICTIONARY, source, new Position(899, 0))).isEmpty();
    }

    @Test
    void zerosInThePlaceOfWhatWasWrittenAreFoundWhereverTheyStand() throws IOException {
        ColumnsFile file = written();
        Path path = folder.resolve("columns");
        byte[] whole = Files.readAllBytes(path);
        for (int at = 0; at < whole.length; at += Math.max(SECTOR, whole.length / 60)) {
            byte[] lost = whole.clone();
            Arrays.fill(lost, at, Math.min(whole.length, at + SECTOR), (byte) 0);
            Files.write(path, lost);
            assertThat(read(file).isPresent()).as("zeros at %d", at).isEqualTo(Arrays.equals(lost, whole));
            Arrays.fill(lost, at, whole.length, (byte) 0);
            Files.write(path, lost);
            assertThat(read(file)).as("zeros from %d on", at).isEmpty();
        }
    }

    @Test
    void aFileThatEndsTooSoonIsNoColumns() throws IOException {
        ColumnsFile file = written();
        Path path = folder.resolve("columns");
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 100) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThat(read(file)).as("%d bytes", length).isEmpty();
        }
    }
}
