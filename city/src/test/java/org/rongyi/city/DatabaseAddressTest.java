package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DatabaseAddressTest {
    @Test
    void theUsualAddressOfAPostgresqlIsRead() {
        assertThat(DatabaseAddress.parse("postgresql://city:a:b%40c@db.example:6432/rongyi?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:6432/rongyi?sslmode=require", "city", "a:b@c"));
        assertThat(DatabaseAddress.parse("postgres://db/rongyi"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/rongyi", null, null));
    }

    @Test
    void aJdbcAddressIsTakenAsItIs() {
        String address = "jdbc:postgresql://db/rongyi?user=city&password=secret";
        assertThat(DatabaseAddress.parse(address).jdbcUrl()).isEqualTo(address);
    }

    @Test
    void anotherKindOfDatabaseIsRefusedWithoutShowingThePassword() {
        assertThatThrownBy(() -> DatabaseAddress.parse("mysql://city:secret@db/rongyi"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("mysql://city:***@db/rongyi")
                .hasMessageContaining("Maybe")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://db/rongyi?user=city&password=secret"))
                .hasToString("jdbc:postgresql://db/rongyi?user=city&password=***");
    }

    @Test
    @Timeout(8)
    void somethingThatTakesTheCallAndSaysNothingIsNotWaitedForForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            String address = "postgresql://city@localhost:" + silent.getLocalPort() + "/rongyi";
            assertThatThrownBy(() -> DatabaseAddress.parse(address).greet(Duration.ofSeconds(1)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("--database-url");
        }
    }

    @Test
    void aDatabaseThatNobodyServesIsOneClearMessage() {
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://city@localhost:1/rongyi")
                        .greet())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("localhost:1")
                .hasMessageContaining("--database-url");
    }
}
