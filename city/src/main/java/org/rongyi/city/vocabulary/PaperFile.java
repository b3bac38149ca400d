package org.rongyi.city.vocabulary;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a file is, told by its content: names are not to be trusted.
///
/// @param cut it does not end as such a file ends
public record PaperFile(String type, boolean cut) {
    public static final String PDF = "application/pdf";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";

    /// A picture or page of fewer bytes shows nothing that could be read.
    public static final int SMALLEST = 300;

    private static final int TAIL = 1024;

    /// Null when it is neither PDF nor PNG nor JPEG.
    public static @Nullable PaperFile of(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return new PaperFile(PDF, !tail(content).contains("%%EOF"));
        }
        if (begins(content, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return new PaperFile(PNG, !tail(content).contains("IEND"));
        }
        if (begins(content, 0xff, 0xd8, 0xff)) {
            return new PaperFile(JPEG, !tail(content).contains("\u00ff\u00d9"));
        }
        return null;
    }

    private static boolean begins(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String tail(byte[] content) {
        int from = Math.max(0, content.length - TAIL);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    }
}
