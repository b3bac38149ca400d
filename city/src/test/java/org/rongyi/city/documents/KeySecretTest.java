package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.city.vocabulary.CannotOpen;

class KeySecretTest {
    private static final byte[] PLAIN = {1, 2, 3};

    @TempDir
    Path folder;

    /// Otherwise one of them would wrap keys that nobody opens after the next start.
    @Test
    void whoeverStartsFirstMakesItAndAllHaveTheSame() throws Exception {
        int many = 8;
        for (int round = 0; round < 20; round++) {
            Path file = folder.resolve("round" + round).resolve("documents.secret");
            CyclicBarrier together = new CyclicBarrier(many);
            Callable<KeySecret> start = () -> {
                together.await();
                return KeySecret.kept(file);
            };
            List<KeySecret> all = new ArrayList<>();
            try (ExecutorService processes = Executors.newFixedThreadPool(many)) {
                for (Future<KeySecret> each : processes.invokeAll(java.util.Collections.nCopies(many, start))) {
                    all.add(each.get());
                }
            }
            byte[] wrapped = all.getFirst().wrap("key", PLAIN);
            assertThat(all)
                    .allSatisfy(each -> assertThat(each.open("key", wrapped)).isEqualTo(PLAIN));
            try (var files = Files.list(file.getParent())) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void aDamagedOneIsRefusedAtTheStart(int bytes) throws IOException {
        Path file = Files.write(folder.resolve("documents.secret"), new byte[bytes]);
        assertThatThrownBy(() -> KeySecret.kept(file))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(bytes + " bytes, not 32")
                .hasMessageContaining("Maybe bring it back");
    }

    @Test
    void nobodyElseReadsIt() throws IOException {
        Path file = folder.resolve("documents.secret");
        KeySecret.kept(file);
        assertThat(Files.getPosixFilePermissions(file))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
}
