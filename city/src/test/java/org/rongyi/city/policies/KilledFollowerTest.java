package org.rongyi.city.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.AnotherJvm;

/// The process is killed (`kill -9`) while it records facts and follows them, at a moment that nobody chose. The next
/// one
/// finds in the log what was not followed: no fact that was on record is without its match, and none is recorded twice.
class KilledFollowerTest {
    private static final int LIVES_AT_LEAST_MS = 500;
    private static final int LIVES_AT_MOST_MS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void whatWasNotFollowedWhenTheProcessWasKilledIsFollowedByTheNext() throws Exception {
        List<String> said = killed(start(folder.toString()));
        assertThat(said).as("facts on record").hasSizeGreaterThan(20);
        Path told = Files.write(folder.resolve("said.txt"), said);
        Process next = start(folder.toString(), told.toString());
        List<String> found = lines(next);
        assertThat(next.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(found).noneMatch(line -> line.startsWith(KilledFollower.FAULT));
        assertThat(found).contains(KilledFollower.CHECKED + "12");
    }

    private static Process start(String... arguments) throws IOException {
        return AnotherJvm.start(KilledFollower.class, List.of(), arguments);
    }

    /// What it said until it was killed.
    private static List<String> killed(Process process) throws IOException, InterruptedException {
        int lifeMs = new Random().nextInt(LIVES_AT_LEAST_MS, LIVES_AT_MOST_MS);
        List<String> said = new ArrayList<>();
        List<String> before = new ArrayList<>();
        Thread killer = null;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(KilledFollower.READY)) {
                    killer = Thread.ofVirtual().start(() -> {
                        try {
                            Thread.sleep(lifeMs);
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                        process.toHandle().destroyForcibly();
                    });
                } else if (line.startsWith(KilledFollower.DONE)) {
                    said.add(line.substring(KilledFollower.DONE.length()));
                } else {
                    before.add(line);
                }
            }
        }
        assertThat(killer).as("the process began: %s", before).isNotNull();
        process.waitFor();
        // The last line may have been cut off.
        return said.subList(0, Math.max(0, said.size() - 1));
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().toList();
        }
    }
}
