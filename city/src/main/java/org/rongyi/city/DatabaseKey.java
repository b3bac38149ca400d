package org.rongyi.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/// The password of an embedded database. Fresh from its making a server trusts every user of the machine; locked, it
/// speaks only to who can read the key, and that is the owner of the data folder.
record DatabaseKey(String password) {
    private static final int BYTES = 32;
    private static final String TRUSTING = """
            local all all trust
            host all all 127.0.0.1/32 trust
            host all all ::1/128 trust
            """;
    private static final String LOCKED = TRUSTING.replace("trust", "scram-sha-256");
    private static final String ACCESS = "pg_hba.conf";

    static DatabaseKey made() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new DatabaseKey(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /// The key of a kept database, made when there is none. Where the key was lost, the server's files are made to
    /// trust for the moment of this start: who owns them owns the data anyway.
    ///
    /// @param server where the server's files lie, or will lie
    static DatabaseKey kept(Path file, Path server) throws IOException {
        if (Files.exists(file)) {
            return new DatabaseKey(Files.readString(file).strip());
        }
        if (Files.exists(server.resolve(ACCESS))) {
            Files.writeString(server.resolve(ACCESS), TRUSTING);
        }
        DatabaseKey key = made();
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(written, key.password, StandardCharsets.US_ASCII);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    /// From here on the server wants the password, also after its next start.
    ///
    /// @param url with this password in it; a server that is locked already is left as it is
    void lock(String url) throws IOException {
        try (Connection server = DriverManager.getConnection(url);
                Statement statement = server.createStatement()) {
            Path access = accessFile(statement);
            if (Files.readString(access).equals(LOCKED)) {
                return;
            }
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(access, LOCKED);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException refused) {
            throw new IOException("the database does not take its key: " + refused.getMessage(), refused);
        }
    }

    private static Path accessFile(Statement statement) throws SQLException {
        try (ResultSet file = statement.executeQuery("show hba_file")) {
            file.next();
            return Path.of(file.getString(1));
        }
    }

    /// Not in a log.
    @Override
    public String toString() {
        return "DatabaseKey";
    }
}
