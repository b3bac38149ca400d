package org.rongyi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// A file that takes its name when it is complete; until then it lies beside it, and goes away if it never is.
final class NamedAtTheEnd implements AutoCloseable {
    private final Path target;
    private final Path written;

    NamedAtTheEnd(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        var folder = this.target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("%s: there is no folder %s".formatted(target, folder));
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("%s: is no file".formatted(target));
        }
        this.written = folder.resolve(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
        written.toFile().deleteOnExit();
    }

    Path written() {
        return written;
    }

    void complete() throws IOException {
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(written);
    }
}
