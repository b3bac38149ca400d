package org.rongyi.city;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL that lives and ends with this process, for demo, development and tests.
///
/// A kept folder is written as safely as any production database. A temporary one trades that for speed.
/// After `kill -9` of this process its server lives on as an orphan and would block the next start: whoever owns the
/// [DataFolder] may stop it, nobody else.
final class EmbeddedDatabase implements AutoCloseable {
    /// The folder's name carries it: the files of one major version cannot be opened by another.
    static final int POSTGRESQL_MAJOR = 18;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> SAFE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final EmbeddedPostgres server;
    private final DatabaseKey key;
    private final @Nullable DataFolder folder;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseKey key, @Nullable DataFolder folder) {
        this.server = server;
        this.key = key;
        this.folder = folder;
    }

    /// Ends, with everything in it, when it is closed.
    static EmbeddedDatabase temporary() {
        DatabaseKey key = DatabaseKey.made();
        return new EmbeddedDatabase(start(builder(FAST), key), key, null);
    }

    /// @param fresh forgets what the folder holds
    /// @throws CannotStart when another process uses the folder
    static EmbeddedDatabase kept(Path path, boolean fresh) {
        DataFolder folder = DataFolder.claim(path);
        Path files = folder.resolve("postgresql-" + POSTGRESQL_MAJOR);
        Path whole = folder.resolve("postgresql-" + POSTGRESQL_MAJOR + ".whole");
        try {
            stopOrphan(files);
            if (fresh) {
                Files.deleteIfExists(whole);
            }
            if (!Files.exists(whole)) {
                // Unless fresh, the very first start was cut short: what is there was never anybody's data.
                deleteTree(files);
            }
            DatabaseKey key = DatabaseKey.kept(folder.resolve("postgresql-" + POSTGRESQL_MAJOR + ".key"), files);
            EmbeddedPostgres server =
                    start(builder(SAFE).setDataDirectory(files).setCleanDataDirectory(false), key);
            if (!Files.exists(whole)) {
                Files.createFile(whole);
            }
            return new EmbeddedDatabase(server, key, folder);
        } catch (IOException e) {
            throw new CannotStart(
                    "the embedded PostgreSQL in " + files + " does not start: " + e,
                    "Maybe the disk is full, or the folder belongs to somebody else.",
                    e);
        }
    }

    /// With the password: never for a log.
    String jdbcUrl() {
        return jdbcUrl(server, key);
    }

    private static String jdbcUrl(EmbeddedPostgres server, DatabaseKey key) {
        return server.getJdbcUrl("postgres", "postgres") + "&password=" + key.password();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (folder != null) {
            folder.close();
        }
    }

    private static EmbeddedPostgres.Builder builder(Map<String, String> safety) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(PATIENCE)
                // Spring closes it, after the connection pool.
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("timezone", "UTC");
        safety.forEach(builder::setServerConfig);
        return builder;
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, DatabaseKey key) {
        long begun = System.nanoTime();
        try {
            EmbeddedPostgres server =
                    builder.setConnectConfig("password", key.password()).start();
            key.lock(jdbcUrl(server, key));
            log.debug("PostgreSQL on port {} after {} ms", server.getPort(), (System.nanoTime() - begun) / 1_000_000);
            return server;
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart(
                    "the embedded PostgreSQL does not start: " + e.getMessage(),
                    "Maybe use a PostgreSQL of your own with --database-url.",
                    e);
        }
    }

    private static void stopOrphan(Path files) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        boolean named = first.matches("\\d{1,18}");
        Optional<ProcessHandle> orphan = (named
                        ? ProcessHandle.of(Long.parseLong(first)).stream()
                        : ProcessHandle.allProcesses())
                .filter(process -> isServerOf(process, files))
                .findFirst();
        if (orphan.isEmpty()) {
            // The machine itself went down: PostgreSQL recovers from its log. If the disk was full then, the file names
            // nobody, and PostgreSQL would not start over it.
            if (!named) {
                Files.delete(pidFile);
            }
            return;
        }
        long pid = orphan.get().pid();
        log.info("stopping the database that an earlier run left behind (pid {})", pid);
        try {
            // SIGINT is PostgreSQL's fast shutdown; ProcessHandle.destroy() would wait for clients to leave.
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            orphan.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL " + pid + " was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("an earlier PostgreSQL (pid " + pid + ") does not stop", e);
        }
    }

    /// A process number may have been given to somebody else since: only a server of these very files counts.
    private static boolean isServerOf(ProcessHandle process, Path files) {
        String command = process.info().command().orElse("");
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        return command.endsWith("/postgres") && arguments.contains(files.toString());
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
