package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.identity.Acting;

class TrustFolderTest {
    @TempDir
    Path data;

    /// Gives a list with a higher number each time; the first one is slow.
    private static final class Lists implements Verification {
        private final AtomicInteger written = new AtomicInteger();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Map<String, byte[]> trust() {
            int number = written.incrementAndGet();
            if (number == 1) {
                asked.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            return Map.of("city.cer", new byte[] {9}, "city.crl", new byte[] {(byte) number});
        }

        @Override
        public Answer judge(byte[] file, Optional<Acting> reader) {
            throw new AssertionError("the folder only takes the lists");
        }

        @Override
        public Optional<Licence> lookUp(String document, Optional<Acting> reader) {
            throw new AssertionError("the folder only takes the lists");
        }
    }

    @Test
    void ofTwoWritersTheNewerListStays() throws Exception {
        Lists lists = new Lists();
        TrustFolder folder = new TrustFolder(lists, data.toString());
        Thread slow = Thread.ofPlatform().start(folder::renew);
        lists.asked.await();
        Thread quick = Thread.ofPlatform().start(folder::renew);
        await().until(() -> quick.getState() == Thread.State.BLOCKED || quick.getState() == Thread.State.TERMINATED);
        lists.goOn.countDown();
        slow.join();
        quick.join();
        assertThat(Files.readAllBytes(data.resolve("trust/city.crl"))).containsExactly(2);
        assertThat(data.resolve("trust"))
                .isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
    }

    @Test
    void withoutAFolderOfItsOwnNothingIsWritten() throws IOException {
        new TrustFolder(new Lists(), "").renew();
        assertThat(data).isEmptyDirectory();
    }
}
