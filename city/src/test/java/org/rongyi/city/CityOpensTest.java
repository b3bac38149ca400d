package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
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
    }

    @Test
    void everybodySeesTheFrontPage() throws IOException, InterruptedException {
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            var front = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .build();
            var answer = visitor.send(front, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("12345");
        }
    }

    @Test
    void everyRoomThatHasMigrationsKeepsItsTablesInItsOwnSchema() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/resources/db"))) {
            assertThat(rooms.map(room -> room.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RoomMigrations.ROOMS);
        }
        assertThat(jdbc.sql("select distinct table_schema from information_schema.tables")
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
