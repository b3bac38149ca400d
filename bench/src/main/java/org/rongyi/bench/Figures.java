package org.rongyi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes figures for other programs.
final class Figures {

    private Figures() {}

    static void write(@Nullable Path file, JsonNode figures) throws IOException {
        if (file != null) {
            String json = JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(figures);
            Files.writeString(file, json + "\n");
        }
    }
}
