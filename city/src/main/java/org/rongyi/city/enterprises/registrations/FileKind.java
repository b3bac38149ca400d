package org.rongyi.city.enterprises.registrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.rongyi.city.enterprises.registrations.RegistrationImport.Outcome.Unreadable;

/// Tells files that are no text by how they begin, so that nobody is told about the headers of a picture.
final class FileKind {
    private static final int SAMPLE = 4_096;

    private FileKind() {}

    static Optional<Unreadable> faultIn(Path path) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(path)) {
            begin = in.readNBytes(SAMPLE);
        }
        if (startsWith(begin, 'P', 'K', 3, 4) || startsWith(begin, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(new Unreadable(
                    "这是 Excel 或压缩文件。在表格软件里另存为 CSV 再传",
                    "this is an Excel or zip file; save it as CSV in the spreadsheet program"));
        }
        boolean utf16 = startsWith(begin, 0xFF, 0xFE) || startsWith(begin, 0xFE, 0xFF);
        if (!utf16 && holdsNul(begin)) {
            return Optional.of(new Unreadable("这不是文本文件（CSV）", "this is no text file (CSV)"));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        byte[] wanted = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            wanted[i] = (byte) start[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(Arrays.copyOf(bytes, wanted.length), wanted);
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
