package org.rongyi.definitions.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells in which encoding a text file is. Registration files come in UTF-8 or, from Chinese spreadsheets, in
/// GB18030 (GBK); a file that begins with ASCII only can turn out to be either, so the whole file is looked
/// at.
public final class TextEncoding {
    public static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK_BYTES = 1 << 18;
    private static final int LONGEST_CHARACTER_BYTES = 8;

    private TextEncoding() {}

    /// UTF-16 by its mark; UTF-8 if the whole file is; GB18030 if the whole file is that; otherwise UTF-8, in
    /// which the broken characters then show as U+FFFD.
    public static Charset of(Path path) throws IOException {
        try (var input = Files.newInputStream(path)) {
            var mark = input.readNBytes(2);
            if (mark.length == 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
                return StandardCharsets.UTF_16;
            }
            if (mark.length == 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
                return StandardCharsets.UTF_16;
            }
        }
        if (decodes(path, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return decodes(path, GB18030) ? GB18030 : StandardCharsets.UTF_8;
    }

    private static boolean decodes(Path path, Charset charset) throws IOException {
        try (var input = Files.newInputStream(path)) {
            return decodes(input, charset.newDecoder());
        }
    }

    private static boolean decodes(InputStream input, CharsetDecoder decoder) throws IOException {
        decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = new byte[CHUNK_BYTES + LONGEST_CHARACTER_BYTES];
        var chars = CharBuffer.allocate(bytes.length);
        int kept = 0;
        while (true) {
            int count = input.readNBytes(bytes, kept, CHUNK_BYTES);
            boolean last = count < CHUNK_BYTES;
            var buffer = ByteBuffer.wrap(bytes, 0, kept + count);
            if (decoder.decode(buffer, chars.clear(), last).isError()) {
                return false;
            }
            if (last) {
                return true;
            }
            kept = buffer.remaining();
            System.arraycopy(bytes, buffer.position(), bytes, 0, kept);
        }
    }
}
