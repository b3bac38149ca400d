package org.rongyi.city.enterprises.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.web.MockMultipartFile;

class SentFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatAKilledProcessLeftGoesAndWhatAnImportReadsStays() throws IOException {
        SentFiles sent = new SentFiles(folder, Clock.systemUTC());
        Path now = sent.keep(new MockMultipartFile("file", "now".getBytes(StandardCharsets.UTF_8)));
        Path left = sent.keep(new MockMultipartFile("file", "left".getBytes(StandardCharsets.UTF_8)));
        Path foreign = Files.writeString(folder.resolve("other.csv"), "of somebody else");
        FileTime twoDaysAgo = FileTime.from(Clock.systemUTC().instant().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(left, twoDaysAgo);
        Files.setLastModifiedTime(foreign, twoDaysAgo);

        sent.run(new DefaultApplicationArguments());

        assertThat(now).hasContent("now");
        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
    }
}
