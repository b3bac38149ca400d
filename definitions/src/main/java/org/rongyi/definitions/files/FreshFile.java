package org.rongyi.definitions.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.UUID;

/// A file that takes its name only when it is complete, so that nobody takes half a result for a whole one.
/// What is written before lies beside it and goes away however the run ends, unless the process is killed
/// outright. What is no file, such as `/dev/null` or a pipe, is written straight: putting a file in its place
/// would destroy it.
public final class FreshFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path named;
    private final Path target;
    private final Path written;
    private final OutputStream stream;

    private FreshFile(Path named, Path target, Path written) throws IOException {
        this.named = named;
        this.target = target;
        this.written = written;
        var option = written.equals(target) ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW;
        var file = Files.newOutputStream(written, option, StandardOpenOption.WRITE);
        this.stream = new BufferedOutputStream(file, BUFFER_BYTES);
    }

    /// Tells at once whether the file can be written, not after an hour of work.
    public static FreshFile at(Path named) throws IOException {
        if (Files.isDirectory(named)) {
            throw new IOException("%s: is a folder".formatted(named));
        }
        try {
            var target = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new FreshFile(named, target, target);
            }
            var folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new IOException("%s: there is no folder %s".formatted(named, folder));
            }
            var partial = folder.resolve(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
            var fresh = new FreshFile(named, target, partial);
            partial.toFile().deleteOnExit();
            return fresh;
        } catch (FileSystemException refused) {
            throw Wording.of(named, "cannot be written", refused);
        }
    }

    /// The same, for who reads these files: none of them may be the one that is written.
    public static FreshFile at(Path named, Collection<Path> read) throws IOException {
        for (Path file : read) {
            if (Files.exists(named) && Files.exists(file) && Files.isSameFile(named, file)) {
                throw new IOException("%s: cannot be written (it is a file to be read)".formatted(named));
            }
        }
        return at(named);
    }

    public Path named() {
        return named;
    }

    public OutputStream stream() {
        return stream;
    }

    /// Where the bytes are until the file is complete.
    public Path written() {
        return written;
    }

    public void complete() throws IOException {
        try {
            stream.close();
            if (!written.equals(target)) {
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException refused) {
            throw Wording.of(named, "cannot be written", refused);
        }
    }

    /// Takes away what was written, unless it is complete.
    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } catch (IOException full) {
            // The disk is full: that was told where it was written, and what is left of it goes away now.
        } finally {
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        }
    }
}
