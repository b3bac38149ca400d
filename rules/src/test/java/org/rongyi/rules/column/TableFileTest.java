package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.rules.City;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.RandomRules;
import org.rongyi.rules.Row;

class TableFileTest {
    private static byte[] written(Table table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Table read(Dictionary dictionary, byte[] bytes) throws IOException {
        return Table.read(dictionary, new DataInputStream(new ByteArrayInputStream(bytes)));
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
}
