package org.rongyi.city.enterprises.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Files sent for an import. What came with a request goes when it ends, an import may take longer: so it is kept
/// beside. The import deletes it; what a killed process left is deleted at a later start.
@Component
class SentFiles implements ApplicationRunner {
    static final String PREFIX = "rongyi-import-";
    /// No import takes so long.
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;

    SentFiles(@Value("${java.io.tmpdir}") Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Readable by this process's user only.
    Path keep(MultipartFile file) {
        try {
            Path kept = Files.createTempFile(folder, PREFIX, ".csv");
            file.transferTo(kept);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("the file that was sent cannot be kept", e);
        }
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        FileTime old = FileTime.from(clock.instant().minus(LONGEST));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.csv")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
