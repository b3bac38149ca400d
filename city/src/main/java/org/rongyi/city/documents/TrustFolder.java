package org.rongyi.city.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Roots and lists of what was revoked, beside the data of a kept city: what `./rongyi verify` believes when
/// nobody says otherwise.
@Component
class TrustFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);
    private static final String DAILY = "PT24H";

    private final Verification verification;
    private final String data;

    TrustFolder(Verification verification, @Value("${rongyi.data}") String data) {
        this.verification = verification;
        this.data = data;
    }

    /// Something was issued, or stands otherwise than before.
    record Changed() {}

    @TransactionalEventListener
    void follow(Changed changed) {
        write();
    }

    @EventListener
    void open(ApplicationReadyEvent ready) {
        write();
    }

    /// A list counts for seven days: also where nothing is issued for a week it must not run out.
    @Scheduled(initialDelayString = DAILY, fixedDelayString = DAILY)
    void renew() {
        write();
    }

    /// One at a time: the list that was asked for last must not be overwritten by an older one.
    private synchronized void write() {
        if (data.isEmpty()) {
            return;
        }
        Map<String, byte[]> files = verification.trust();
        if (files.isEmpty()) {
            return;
        }
        try {
            Path folder = Files.createDirectories(Path.of(data, "trust"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException refused) {
            LOG.warn("What verifiers need cannot be written beside the data.", refused);
        }
    }

    /// Whoever reads meanwhile has the old file or the new one.
    private static void put(Path file, byte[] bytes) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
