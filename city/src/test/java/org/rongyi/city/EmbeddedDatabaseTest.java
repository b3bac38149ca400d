package org.rongyi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    /// A kept database that was opened and closed: most tests begin with a copy of it.
    @TempDir
    private static Path keptBefore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void opensForTheFirstTime() throws IOException {
        EmbeddedDatabase.kept(keptBefore, false).close();
    }

    private void wasOpened() throws IOException {
        try (Stream<Path> files = Files.walk(keptBefore)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(
                        file,
                        folder.resolve(keptBefore.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void whatIsCommittedIsKeptAndWrittenSafely() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            execute(database.jdbcUrl(), "create table note (text text)", "insert into note values ('蓉易')");
            assertThat(List.of("fsync", "full_page_writes", "synchronous_commit"))
                    .allSatisfy(setting -> assertThat(single(database.jdbcUrl(), "show " + setting))
                            .as(setting)
                            .isEqualTo("on"));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            assertThat(single(database.jdbcUrl(), "select text from note")).isEqualTo("蓉易");
        }
        assertThat(folder.resolve("postgresql-" + EmbeddedDatabase.POSTGRESQL_MAJOR))
                .isDirectory();
    }

    @Test
    void anotherUserOfTheMachineIsNotLetIn() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            String withoutKey = database.jdbcUrl().replaceFirst("&password=.*$", "");
            assertThatThrownBy(() -> single(withoutKey, "select 'in'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> single(withoutKey + "&password=guessed", "select 'in'"))
                    .isInstanceOf(SQLException.class);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
            String withoutKey = database.jdbcUrl().replaceFirst("&password=.*$", "");
            assertThatThrownBy(() -> single(withoutKey, "select 'in'")).isInstanceOf(SQLException.class);
        }
        assertThat(Files.getPosixFilePermissions(key())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void dataWhoseKeyWasLostOpensForItsOwnerAndIsLockedAgain() throws Exception {
        wasOpened();
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            execute(database.jdbcUrl(), "create table note (text text)", "insert into note values ('kept')");
        }
        String lost = Files.readString(key());
        Files.delete(key());
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            assertThat(single(database.jdbcUrl(), "select text from note")).isEqualTo("kept");
            String old = database.jdbcUrl().replaceFirst("&password=.*$", "&password=" + lost);
            assertThatThrownBy(() -> single(old, "select 'in'")).isInstanceOf(SQLException.class);
        }
    }

    private Path key() {
        return folder.resolve("postgresql-" + EmbeddedDatabase.POSTGRESQL_MAJOR + ".key");
    }

    @Test
    void afterAKilledProcessTheNextStartSimplyWorks() throws Exception {
        wasOpened();
        Process killed = keptCity();
        String url = opened(killed);
        execute(url, "create table note (text text)", "insert into note values ('kept')");
        killed.destroyForcibly().waitFor();
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            assertThat(single(database.jdbcUrl(), "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void aServerFileLeftEmptyByAFullDiskDoesNotBlockTheNextStart() throws Exception {
        wasOpened();
        Files.writeString(
                folder.resolve("postgresql-" + EmbeddedDatabase.POSTGRESQL_MAJOR)
                        .resolve("postmaster.pid"),
                "");
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            assertThat(single(database.jdbcUrl(), "select 'open'")).isEqualTo("open");
        }
    }

    @Test
    void aSecondProcessOnTheSameDataSaysSoAndHarmsNothing() throws Exception {
        wasOpened();
        Process first = keptCity();
        try {
            String url = opened(first);
            execute(url, "create table note (text text)");
            assertThatThrownBy(() -> EmbeddedDatabase.kept(folder, true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("pid " + first.pid())
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("Maybe");
            assertThat(single(url, "select count(*)::text from note")).isEqualTo("0");
        } finally {
            first.destroyForcibly().waitFor();
        }
        EmbeddedDatabase.kept(folder, false).close(); // stops the server that the killed process left
    }

    @Test
    void aFirstStartThatWasCutShortIsBegunAgain() throws Exception {
        Path files = Files.createDirectories(folder.resolve("postgresql-" + EmbeddedDatabase.POSTGRESQL_MAJOR));
        Files.writeString(files.resolve("postgresql.conf"), "half a configuration");
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            assertThat(single(database.jdbcUrl(), "select 'open'")).isEqualTo("open");
        }
    }

    @Test
    void aFreshStartForgetsWhatWasKept() throws Exception {
        wasOpened();
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, false)) {
            execute(database.jdbcUrl(), "create table note (text text)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.kept(folder, true)) {
            assertThat(single(database.jdbcUrl(), "select count(*)::text from pg_tables where tablename = 'note'"))
                    .isEqualTo("0");
        }
    }

    private Process keptCity() throws IOException {
        return AnotherJvm.start(KeptCity.class, List.of(), folder.toString());
    }

    private static String opened(Process city) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader lines = city.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(KeptCity.OPEN)) {
                return line.substring(KeptCity.OPEN.length());
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the city did not open: " + said);
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String single(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
