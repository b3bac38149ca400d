package org.rongyi.definitions.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is by how it begins, so that nobody is told about the columns of a picture.
public enum FileKind {
    TEXT(""),
    PARQUET(""),
    SPREADSHEET("is a spreadsheet or a zip file. Maybe save it as CSV in the spreadsheet program"),
    COMPRESSED("is compressed. Maybe unpack it first: gunzip -k"),
    BINARY("is no text. Maybe it is no CSV file, or save it as UTF-8");

    private static final int SAMPLE_BYTES = 1 << 16;

    private final String reason;

    FileKind(String reason) {
        this.reason = reason;
    }

    /// Why no table can be read from it.
    public String reason() {
        return reason;
    }

    public static FileKind of(Path path) throws IOException {
        byte[] begin;
        try (var input = Files.newInputStream(path)) {
            begin = input.readNBytes(SAMPLE_BYTES);
        }
        if (startsWith(begin, 'P', 'A', 'R', '1')) {
            return PARQUET;
        }
        if (startsWith(begin, 'P', 'K', 3, 4) || startsWith(begin, 0xD0, 0xCF, 0x11, 0xE0)) {
            return SPREADSHEET;
        }
        if (startsWith(begin, 0x1F, 0x8B) || startsWith(begin, 0x28, 0xB5, 0x2F, 0xFD)) {
            return COMPRESSED;
        }
        boolean utf32 = startsWith(begin, 0xFF, 0xFE, 0, 0) || startsWith(begin, 0, 0, 0xFE, 0xFF);
        boolean utf16 = startsWith(begin, 0xFF, 0xFE) || startsWith(begin, 0xFE, 0xFF);
        return utf32 || (!utf16 && holdsNul(begin)) ? BINARY : TEXT;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != (byte) start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
