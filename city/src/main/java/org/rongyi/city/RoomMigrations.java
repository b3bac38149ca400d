package org.rongyi.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One schema, one migration folder and one history per room, all with the room's name.
@Configuration(proxyBeanMethods = false)
class RoomMigrations {
    private static final String SEEN = "Rongyi migrations ";

    /// Rooms that keep tables, in the order in which they migrate.
    static final List<String> ROOMS = List.of(
            "identity",
            "enterprises",
            "policies",
            "cases",
            "services",
            "names",
            "procedures",
            "applications",
            "appeals",
            "documents",
            "meetings",
            "helping",
            "interactions",
            "courts",
            "privatesector",
            "invoices",
            "filings",
            "utilities");

    /// A room whose migrations are those that its schema has seen is left alone: asking each history anew would be
    /// a tenth of a start. What a schema has seen is written on it, so it goes where a copy of the database goes.
    @Bean
    FlywayMigrationStrategy migrateRooms() {
        return base -> {
            JdbcClient database = JdbcClient.create(base.getConfiguration().getDataSource());
            Map<String, String> seen = seen(database);
            for (String room : ROOMS) {
                String now = SEEN + fingerprint(room);
                if (!now.equals(seen.get(room))) {
                    Flyway.configure()
                            .configuration(base.getConfiguration())
                            .schemas(room)
                            .defaultSchema(room)
                            .locations("classpath:db/" + room)
                            .load()
                            .migrate();
                    database.sql("comment on schema " + room + " is '" + now + "'")
                            .update();
                }
            }
        };
    }

    private static Map<String, String> seen(JdbcClient database) {
        Map<String, String> seen = new HashMap<>();
        database.sql("""
                        select nspname, obj_description(oid, 'pg_namespace') as note from pg_namespace
                            where obj_description(oid, 'pg_namespace') is not null""").query(row -> {
            seen.put(row.getString("nspname"), row.getString("note"));
        });
        return seen;
    }

    /// Of names and texts of a room's migrations.
    private static String fingerprint(String room) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/" + room + "/*.sql");
            Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
            for (Resource script : scripts) {
                digest.update(String.valueOf(script.getFilename()).getBytes(UTF_8));
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
