package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class CityOpensTest {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TestClock testClock;
    private final int port;

    CityOpensTest(
            @Autowired JdbcClient jdbc,
            @Autowired Clock clock,
            @Autowired TestClock testClock,
            @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.testClock = testClock;
        this.port = port;
    }

    @Test
    void theStoreOfRecordIsThePostgresqlThatTheHouseNames() {
        int major = jdbc.sql("select current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        assertThat(major).isEqualTo(EmbeddedDatabase.POSTGRESQL_MAJOR);
        assertThat(port).isPositive();
    }

    @Test
    void everyRoomThatKeepsTablesHasItsSchema() {
        assertThat(jdbc.sql("select schema_name from information_schema.schemata")
                        .query(String.class)
                        .list())
                .containsAll(RoomMigrations.ROOMS);
    }

    @Test
    void everyRoomSeesTheDayThatTheTestChose() {
        testClock.moveTo(LocalDate.of(2027, 1, 4));
        assertThat(LocalDate.now(clock)).isEqualTo("2027-01-04");
    }
}
