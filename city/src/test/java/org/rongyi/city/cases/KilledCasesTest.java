package org.rongyi.city.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.AnotherJvm;
import org.rongyi.city.TestClock;

/// The process is killed (`kill -9`) in the middle of its work, several times, at moments that nobody
/// chose; its database is written as safely as a kept city's. What the process was told is done must be
/// there, every clock must have its alarm, no alarm may have had its effect twice, and where a case goes by
/// a procedure, engine, procedure and what is asked of people must stand at the same steps; a grant, its
/// licence and the five seals are all there or none. This is a test by chance over real kills, not a proof
/// over every moment: that rests on each command being one transaction.
class KilledCasesTest {
    private static final int KILLS = 2;
    private static final int LIVES_AT_LEAST_MS = 100;
    private static final int LIVES_AT_MOST_MS = 2_000;
    private static final Instant LONG_AFTER = TestClock.START.plusSeconds(TimeUnit.DAYS.toSeconds(28));

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private final List<String> brought = new ArrayList<>();
    private Instant now = TestClock.START;

    @Test
    void noPromiseAndNoAppealIsLostAndNoAlarmHasItsEffectTwice() throws Exception {
        Random random = new Random();
        for (int i = 0; i < KILLS; i++) {
            int lifeMs = random.nextInt(LIVES_AT_LEAST_MS, LIVES_AT_MOST_MS);
            killed(start(now, folder.toString()), lifeMs);
        }
        assertThat(said).as("commands that were done").hasSizeGreaterThan(10);
        assertThat(brought).as("appeals that were accepted").isNotEmpty();
        Path told = Files.write(folder.resolve("said.txt"), said);
        Path numbers = Files.write(folder.resolve("brought.txt"), brought);
        Process last = start(LONG_AFTER, folder.toString(), told.toString(), numbers.toString());
        List<String> found = lines(last);
        assertThat(last.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(found).noneMatch(line -> line.startsWith(KilledHouse.FAULT));
        assertThat(found)
                .filteredOn(line -> line.startsWith(KilledHouse.CHECKED))
                .singleElement()
                .satisfies(line -> {
                    String[] counts =
                            line.substring(KilledHouse.CHECKED.length()).split(" ");
                    assertThat(Integer.parseInt(counts[0])).as("cases").isGreaterThan(5);
                    assertThat(Integer.parseInt(counts[1]))
                            .as("effects of alarms")
                            .isGreaterThan(5);
                    assertThat(Integer.parseInt(counts[2]))
                            .as("steps of procedures done")
                            .isPositive();
                    assertThat(Integer.parseInt(counts[3])).as("licences").isPositive();
                });
    }

    private Process start(Instant clock, String... arguments) throws IOException {
        return AnotherJvm.start(KilledHouse.class, List.of("-Dkilled.now=" + clock), arguments);
    }

    /// Lets it work until a step of a procedure was answered and for so long afterwards, then kills it.
    private void killed(Process house, int lifeMs) throws IOException, InterruptedException {
        BufferedReader output = house.inputReader(StandardCharsets.UTF_8);
        StringBuilder before = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals(KilledHouse.READY)) {
            before.append(line).append('\n');
            line = output.readLine();
        }
        assertThat(line).as("the house opened:\n" + before).isNotNull();
        Thread killer = null;
        for (line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(KilledHouse.DONE)) {
                said.add(line.substring(KilledHouse.DONE.length()));
            } else if (line.startsWith(KilledHouse.BROUGHT)) {
                brought.add(line.substring(KilledHouse.BROUGHT.length()));
            } else if (line.startsWith(KilledHouse.TIME)) {
                now = time(line.substring(KilledHouse.TIME.length()));
            } else if (line.equals(KilledHouse.STEPPED) && killer == null) {
                killer = Thread.ofVirtual().start(() -> killAfter(lifeMs, house));
            }
        }
        assertThat(killer).as("a step was answered").isNotNull();
        house.waitFor();
    }

    private static void killAfter(int lifeMs, Process house) {
        try {
            Thread.sleep(lifeMs);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        house.toHandle().destroyForcibly(); // the process would close its output, which is still read
    }

    /// The last line may have been cut off.
    private Instant time(String text) {
        return text.endsWith("Z") ? Instant.parse(text) : now;
    }

    private static List<String> lines(Process house) throws IOException {
        try (BufferedReader output = house.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().toList();
        }
    }
}
