package org.rongyi.city.invoices;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rongyi.city.vocabulary.CreditCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// A folder of the operator with one folder a firm, named by its credit code: what is laid there (by a
/// program of the firm's, through a share) is taken in, and moved to `taken`, or to `refused` with the
/// reason in the log.
@Component
class DropFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String ACCOUNT = "folder";
    private static final long LARGEST_FILE = 64L << 20;
    /// Such a file stays where it is until the next look.
    private static final InvoiceUploads.Sending LATER = new InvoiceUploads.Refused(InvoiceUploads.Why.TOO_MANY_WAIT);

    private final KeptUploads uploads;
    private final String folder;
    /// How large each file was at the last look: who still writes is left alone.
    private Map<Path, Long> before = new HashMap<>();
    /// Read already, and where each belongs.
    private final Map<Path, Done> unmoved = new HashMap<>();

    DropFolder(KeptUploads uploads, @Value("${rongyi.invoices.folder}") String folder) {
        this.uploads = uploads;
        this.folder = folder;
    }

    private record Done(FileTime written, Path to) {}

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
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.warn("The folder of invoices ({}) cannot be read: {}", folder, unreadable.toString());
        }
        before = now;
        unmoved.keySet().removeIf(file -> !Files.exists(file));
    }

    /// What is wrong with one firm's folder holds up no other firm.
    private void look(Path firm, CreditCode code, Map<Path, Long> now) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(firm, DropFolder::isOurs)) {
            for (Path file : files) {
                lookAt(file, code, now);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.warn("The firm's folder ({}) cannot be read: {}", firm, unreadable.toString());
        }
    }

    private void lookAt(Path file, CreditCode code, Map<Path, Long> now) {
        try {
            long size = Files.size(file);
            if (before.getOrDefault(file, -1L) == size) {
                take(file, code, size);
            } else {
                now.put(file, size);
            }
        } catch (NoSuchFileException otherProcess) {
            LOG.debug("({}) is there no longer", file);
        } catch (IOException unreadable) {
            LOG.warn("({}) cannot be taken: {}", file, unreadable.toString());
        }
    }

    /// A link could lead to any file of this machine.
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !Files.isSymbolicLink(file)
                && Files.isRegularFile(file)
                && (name.endsWith(".xml") || name.endsWith(".zip"));
    }

    /// Nothing is sent that could not be moved afterwards; what could not be all the same is not sent again.
    private void take(Path file, CreditCode firm, long size) throws IOException {
        Path taken = besides(file, "taken");
        Path refused = besides(file, "refused");
        FileTime written = Files.getLastModifiedTime(file);
        Done done = unmoved.get(file);
        if (done == null || !done.written().equals(written)) {
            InvoiceUploads.Sending sending = send(file, firm, size);
            if (sending.equals(LATER)) {
                return;
            }
            done = new Done(written, sending instanceof InvoiceUploads.Taken ? taken : refused);
            unmoved.put(file, done);
        }
        Files.move(file, done.to().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        unmoved.remove(file);
    }

    /// A link could lead to any folder of this machine.
    private static Path besides(Path file, String name) throws IOException {
        Path place = file.resolveSibling(name);
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) ? place : Files.createDirectory(place);
    }

    private InvoiceUploads.Sending send(Path file, CreditCode firm, long size) throws IOException {
        if (size > LARGEST_FILE) {
            LOG.warn("({}) is not taken: more than 64 MB", file);
            return new InvoiceUploads.Refused(InvoiceUploads.Why.TOO_LARGE);
        }
        try {
            InvoiceUploads.Sent sent =
                    new InvoiceUploads.Sent(file.getFileName().toString(), Files.readAllBytes(file));
            InvoiceUploads.Sending sending = uploads.send(firm, ACCOUNT, "FOLDER", List.of(sent));
            if (sending instanceof InvoiceUploads.Refused refused && !sending.equals(LATER)) {
                LOG.warn("({}) is not taken: {}", file, refused.why());
            }
            return sending;
        } catch (DataAccessException | TransactionException outage) {
            throw outage;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            // It would fail at every look, and hold up all others behind it.
            LOG.error("({}) cannot be unpacked and is not taken", file, failure);
            return new InvoiceUploads.Refused(InvoiceUploads.Why.BROKEN_ZIP);
        }
    }
}
