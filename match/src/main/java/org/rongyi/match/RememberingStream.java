package org.rongyi.match;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Remembers why writing first failed; a [java.io.PrintStream] says only that it did.
final class RememberingStream extends FilterOutputStream {
    private @Nullable IOException failure;

    RememberingStream(OutputStream to) {
        super(to);
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    static boolean readerLeft(IOException failure) {
        var message = failure.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException broken) {
            throw remembered(broken);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException broken) {
            throw remembered(broken);
        }
    }

    private IOException remembered(IOException broken) {
        if (failure == null) {
            failure = broken;
        }
        return broken;
    }
}
