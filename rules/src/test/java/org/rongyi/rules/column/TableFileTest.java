package org.rongyi.rules.column;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.rules.City;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;

class TableFileTest {
    @TempDir
    Path folder;

    private byte[] written(Table table) throws IOException {
        Path file = folder.resolve("written");
        try (FileChannel out = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
            table.write(out);
        }
        return Files.readAllBytes(file);
    }

    private Table read(Dictionary dictionary, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("read"), bytes);
        try (FileChannel in = FileChannel.open(file, READ)) {
            return Table.read(dictionary, in, 2);
        }
    }

    @Test
    void aTableReadAgainMatchesAndChangesAsTheOneThatWasWritten() throws IOException {
        RandomRules random = new RandomRules(17, false);
        List<Map<String, Object>> different = Keel.rows(random, 200, 0.2);
        Table.Builder builder = Table.builder(City.DICTIONARY).orderedBy(List.of("district", "industry"));
        for (int i = 0; i < 5_000; i++) {
            builder.append(Row.of(different.get(i * 13 % different.size())));
        }
        Table table = builder.build();
        table.append(Row.of(random.row(0.2)));
        table.set(7, Row.of(random.row(0.2)));
        Table again = read(City.DICTIONARY, written(table));
        Row changed = Row.of(random.row(0.1));
        table.set(4_000, changed);
        again.set(4_000, changed);
        assertThat(again.append(changed)).isEqualTo(table.append(changed));
        RuleSet rules = RuleSet.of(Keel.rules(random, 80));
        List<Matched> expected = rules.match(table, City.AS_OF);
        assertThat(RuleSet.of(rules.rules()).match(again, City.AS_OF)).isEqualTo(expected);
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < table.rows(); row += 97) {
            for (var element : City.ELEMENTS) {
                values.add(String.valueOf(table.row(row).value(element.id())));
                assertThat(String.valueOf(again.row(row).value(element.id()))).isEqualTo(values.getLast());
            }
            assertThat(again.appendedAs(row)).isEqualTo(table.appendedAs(row));
        }
    }

    @Test
    void anotherDictionaryAnotherFormAndHalfAFileAreTold() throws IOException {
        Table table =
                Table.builder(City.DICTIONARY).append(City.row("revenue=5")).build();
        byte[] bytes = written(table);
        Dictionary other = Dictionary.of(City.ELEMENTS.subList(1, 5));
        assertThatThrownBy(() -> read(other, bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dictionary");
        byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        assertThatThrownBy(() -> read(City.DICTIONARY, half)).isInstanceOf(IOException.class);
        bytes[0]++;
        assertThatThrownBy(() -> read(City.DICTIONARY, bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void aBitThatHasTurnedIsFoundWhereverItStands() throws IOException {
        RandomRules random = new RandomRules(23, false);
        Table.Builder builder = Table.builder(City.DICTIONARY).orderedBy(List.of("district"));
        Keel.rows(random, 60, 0.2).forEach(row -> builder.append(Row.of(row)));
        byte[] whole = written(builder.build());
        for (int at = 0; at < whole.length; at += 1 + whole.length / 150) {
            byte[] turned = whole.clone();
            turned[at] ^= (byte) (1 << at % 8);
            assertThatThrownBy(() -> read(City.DICTIONARY, turned))
                    .as("byte %d", at)
                    .isInstanceOf(IOException.class);
        }
        assertThat(read(City.DICTIONARY, whole).rows()).isEqualTo(60);
    }

    @Test
    void veryManyTextsComeBackFromTheFile() throws IOException {
        Table.Builder builder = Table.builder(City.DICTIONARY);
        int many = (1 << 16) + 500;
        for (int i = 0; i < many; i++) {
            builder.append(Row.of(Map.of("scope", (i % 3 == 0 ? "蓉易" : "") + (char) (0x4E00 + i % 9_000) + "𠮷" + i)));
        }
        Table table = builder.build();
        table.append(Row.of(Map.of("scope", "后来")));
        Table again = read(City.DICTIONARY, written(table));
        for (int row = 0; row < table.rows(); row += 61) {
            assertThat(again.row(row).value("scope")).isEqualTo(table.row(row).value("scope"));
        }
        assertThat(again.row(many).value("scope")).isEqualTo("后来");
        Object known = again.row(7).value("scope");
        again.set(many, Row.of(Map.of("scope", known)));
        again.append(Row.of(Map.of("scope", "更晚")));
        assertThat(again.row(many).value("scope")).isEqualTo(known);
        assertThat(again.row(many + 1).value("scope")).isEqualTo("更晚");
    }
}
