package org.rongyi.city;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One schema, one migration folder and one history per room, all with the room's name.
@Configuration(proxyBeanMethods = false)
class RoomMigrations {
    /// Rooms that keep tables, in the order in which they migrate.
    static final List<String> ROOMS =
            List.of("identity", "enterprises", "policies", "cases", "services", "names", "applications");

    @Bean
    FlywayMigrationStrategy migrateRooms() {
        return base -> ROOMS.forEach(room -> Flyway.configure()
                .configuration(base.getConfiguration())
                .schemas(room)
                .defaultSchema(room)
                .locations("classpath:db/" + room)
                .load()
                .migrate());
    }
}
