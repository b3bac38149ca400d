package org.rongyi.city.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Root and list of what was revoked, beside the data of a kept city: what `./rongyi verify` believes when
/// nobody says otherwise.
@Component
class TrustFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);

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

    private void write() {
        if (data.isEmpty()) {
            return;
        }
        Optional<byte[]> root = verification.root();
        Optional<byte[]> revoked = verification.revoked();
        if (root.isPresent() && revoked.isPresent()) {
            try {
                Path folder = Files.createDirectories(Path.of(data, "trust"));
                put(folder.resolve("city.cer"), root.get());
                put(folder.resolve("city.crl"), revoked.get());
            } catch (IOException refused) {
                LOG.warn("What verifiers need cannot be written beside the data.", refused);
            }
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, bytes);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
