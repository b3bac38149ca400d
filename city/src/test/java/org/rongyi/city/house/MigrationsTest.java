package org.rongyi.city.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Migrations only go forward: one that is out never changes, or a city that already ran it would differ from a new
/// one.
class MigrationsTest {
    private static final String FOLDER = "city/src/main/resources/db/";
    private static final Repository REPOSITORY = Repository.read();

    @Test
    void everyMigrationIsAsItWasWhenItCameOut() {
        Map<String, String> files = new TreeMap<>();
        REPOSITORY
                .paths(FOLDER, ".sql")
                .forEach(path -> files.put(path.substring(FOLDER.length()), REPOSITORY.text(path)));
        assertThat(files).isNotEmpty();
        assertThat(faults(files, REPOSITORY.text("city/src/test/resources/migrations.lock")))
                .isEmpty();
    }

    @Test
    void aChangedALostAndANewMigrationAreFound() {
        Map<String, String> files = Map.of("room/V1__a.sql", "changed", "room/V3__c.sql", "new");
        String lock = sha256("a") + " room/V1__a.sql\n" + sha256("b") + " room/V2__b.sql\n";
        assertThat(faults(files, lock))
                .containsExactlyInAnyOrder(
                        "room/V1__a.sql was changed after it came out; write a new migration",
                        "room/V2__b.sql came out and is gone",
                        "room/V3__c.sql is new; add the line: " + sha256("new") + " room/V3__c.sql");
    }

    private static List<String> faults(Map<String, String> files, String lock) {
        Map<String, String> locked = new TreeMap<>();
        lock.lines().forEach(line -> locked.put(line.split(" ")[1], line.split(" ")[0]));
        List<String> faults = new ArrayList<>();
        files.forEach((name, text) -> {
            String now = sha256(text);
            String then = locked.remove(name);
            if (then == null) {
                faults.add(name + " is new; add the line: " + now + " " + name);
            } else if (!then.equals(now)) {
                faults.add(name + " was changed after it came out; write a new migration");
            }
        });
        locked.keySet().forEach(name -> faults.add(name + " came out and is gone"));
        return faults;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
