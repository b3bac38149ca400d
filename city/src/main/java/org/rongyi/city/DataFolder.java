package org.rongyi.city;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder that keeps a city between runs. One process owns it at a time.
///
/// The lock is a file lock and so ends with the process, however the process ends. The file also says who holds it;
/// the words are for people, never trusted.
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "in-use";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// @throws CannotStart when another process owns the folder, or it cannot be written
    static DataFolder claim(Path path) {
        Path file = path.resolve(LOCK);
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String owner = Files.readString(file).strip();
                channel.close();
                throw new CannotStart(
                        "another process (" + owner + ") uses the data in " + path + "; nothing was changed.",
                        "Maybe it is already running: stop it first, or choose another folder with --data.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(("pid " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder (" + path + ") cannot be used: " + e, "Maybe choose another one with --data.", e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // The same process holds it: two cities in one JVM, as tests have them.
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lock.truncate(0);
        lock.close();
    }
}
