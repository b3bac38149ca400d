package org.rongyi.city.invoices;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rongyi.city.vocabulary.CreditCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A folder of the operator with one folder a firm, named by its credit code: what is laid there (by a
/// program of the firm's, through a share) is taken in, and moved to `taken`, or to `refused` with the
/// reason in the log.
@Component
class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String ACCOUNT = "folder";
    private static final long LARGEST_FILE = 64L << 20;

    private final KeptUploads uploads;
    private final String folder;
    /// How large each file was at the last look: who still writes is left alone.
    private Map<Path, Long> before = new HashMap<>();

    DropFolder(KeptUploads uploads, @Value("${rongyi.invoices.folder}") String folder) {
        this.uploads = uploads;
        this.folder = folder;
    }

    void look() {
        if (folder.isEmpty()) {
            return;
        }
        Map<Path, Long> now = new HashMap<>();
        try (DirectoryStream<Path> firms = Files.newDirectoryStream(Path.of(folder), Files::isDirectory)) {
            for (Path firm : firms) {
                String code = firm.getFileName().toString();
                if (CreditCode.faultIn(code).isEmpty()) {
                    look(firm, new CreditCode(code), now);
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("The folder of invoices ({}) cannot be read: {}", folder, unreadable.toString());
        }
        before = now;
    }

    private void look(Path firm, CreditCode code, Map<Path, Long> now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(firm, DropFolder::isOurs)) {
            for (Path file : files) {
                long size = Files.size(file);
                if (before.getOrDefault(file, -1L) == size) {
                    take(file, code, size);
                } else {
                    now.put(file, size);
                }
            }
        }
    }

    /// A link could lead to any file of this machine.
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !Files.isSymbolicLink(file)
                && Files.isRegularFile(file)
                && (name.endsWith(".xml") || name.endsWith(".zip"));
    }

    private void take(Path file, CreditCode firm, long size) throws IOException {
        String to = "refused";
        if (size <= LARGEST_FILE) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                InvoiceUploads.Sending sending = uploads.send(
                        firm,
                        ACCOUNT,
                        "FOLDER",
                        List.of(new InvoiceUploads.Sent(file.getFileName().toString(), bytes)));
                to = switch (sending) {
                    case InvoiceUploads.Taken _ -> "taken";
                    case InvoiceUploads.Refused refused -> {
                        LOG.warn("({}) is not taken: {}", file, refused.why());
                        yield "refused";
                    }
                };
            } catch (NoSuchFileException otherProcess) {
                return;
            }
        } else {
            LOG.warn("({}) is not taken: more than 64 MB", file);
        }
        Path done = Files.createDirectories(file.resolveSibling(to));
        Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
