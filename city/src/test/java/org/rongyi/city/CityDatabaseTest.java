package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CityDatabaseTest {
    /// As when somebody ends the city while its database opens.
    @Test
    void whoEndsInAHurryLeavesNoServerBehind() throws IOException {
        CityDatabase database = CityDatabase.open("", "", false);
        Thread.currentThread().interrupt();
        database.close();
        assertThat(Thread.interrupted()).as("the hurry is not forgotten").isTrue();
        assertThatThrownBy(
                        () -> DriverManager.getConnection(database.getJdbcUrl()).close())
                .isInstanceOf(SQLException.class);
    }
}
