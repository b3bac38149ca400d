package org.rongyi.city.enterprises.registrations;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The lines of a text file whose encoding nobody told: a byte order mark decides, else what the bytes look like.
final class TextFile implements AutoCloseable {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 20;
    private static final char UNREADABLE = '\uFFFD';

    /// A file is UTF-8 when at most one in this many of its characters beyond ASCII is broken.
    private static final int BROKEN_IN = 20;

    private final CountingStream bytes;
    private final BufferedReader reader;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private int line;

    private TextFile(CountingStream bytes, Charset charset) {
        this.bytes = bytes;
        this.reader = new BufferedReader(new InputStreamReader(bytes, charset));
    }

    static TextFile open(Path path) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(path)) {
            sample = in.readNBytes(SAMPLE);
        }
        CountingStream in = new CountingStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        int mark = markLength(sample);
        in.skipNBytes(mark);
        return new TextFile(in, charset(sample));
    }

    private static int markLength(byte[] sample) {
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(sample, 0xFF, 0xFE) || startsWith(sample, 0xFE, 0xFF) ? 2 : 0;
    }

    private static Charset charset(byte[] sample) {
        if (startsWith(sample, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        String text = new String(sample, StandardCharsets.UTF_8);
        long beyondAscii = text.chars().filter(c -> c >= 128).count();
        long broken = text.chars().filter(c -> c == UNREADABLE).count();
        // The sample may end within a character.
        return (broken - 1) * BROKEN_IN <= beyondAscii - broken ? StandardCharsets.UTF_8 : CHINESE;
    }

    private static boolean startsWith(byte[] sample, int... bytes) {
        if (sample.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((sample[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether a part of the text could not be read in the file's encoding.
    static boolean broken(String text) {
        return text.indexOf(UNREADABLE) >= 0;
    }

    @Nullable
    String next() throws IOException {
        String next = pushedBack.isEmpty() ? reader.readLine() : pushedBack.pop();
        if (next != null) {
            line++;
        }
        return next;
    }

    void pushBack(String text) {
        pushedBack.push(text);
        line--;
    }

    /// Number of the line that [#next] gave last, the first being 1.
    int line() {
        return line;
    }

    long bytesRead() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class CountingStream extends InputStream {
        private final InputStream in;
        private volatile long count;

        CountingStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int more) {
            // One thread reads; others only look.
            long sum = count + more;
            count = sum;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
