package org.rongyi.rules.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.rules.City;
import org.rongyi.rules.Row;

/// A column that is built anew holds up every match of the city: what one firm types must not bring that about.
class RoomForTypingTest {
    private static final List<String> TYPED =
            List.of("0.01", "-0.01", "3", "7.5", "999999999999.99", "-999999999999.99", "12.30");

    private static Table table(String value, boolean room) {
        Table.Builder builder = Table.builder(City.DICTIONARY);
        if (room) {
            builder.withRoomForTyping();
        }
        for (int row = 0; row < 5_000; row++) {
            builder.append(Row.of(Map.of("revenue", new BigDecimal(value).add(BigDecimal.valueOf(row)))));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "0.5", "0.25", "0.125", "0.000001", "900000000000"})
    void noTypedNumberHasAColumnBuiltAnew(String values) {
        Table table = table(values, true);
        for (String typed : TYPED) {
            Row row = Row.of(Map.of("revenue", new BigDecimal(typed)));
            table.set(17, row);
            int added = table.append(row);
            assertThat(table.version()).as(typed).isZero();
            assertThat((BigDecimal) table.row(17).value("revenue")).isEqualByComparingTo(typed);
            assertThat((BigDecimal) table.row(added).value("revenue")).isEqualByComparingTo(typed);
        }
    }

    @Test
    void withoutRoomItWouldBe() {
        Table table = table("12", false);
        table.set(17, Row.of(Map.of("revenue", new BigDecimal("12.5"))));
        assertThat(table.version()).isOne();
    }

    /// The first number that anybody says of an element makes its column, with room for the next.
    @Test
    void aColumnThatComesLaterHasRoomToo() {
        Table table = table("12", true);
        table.set(17, Row.of(Map.of("revenue", BigDecimal.ONE, "staff", BigDecimal.ONE)));
        int made = table.version();
        TYPED.forEach(typed -> table.set(18, Row.of(Map.of("staff", new BigDecimal(typed)))));
        assertThat(table.version()).isEqualTo(made);
    }
}
