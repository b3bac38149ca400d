package org.rongyi.rules.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Writes numbers and whole arrays as they lie in memory, least byte first.
final class TableOut {
    static final int NO_ARRAY = 0;

    private static final int ROOM = 1 << 20;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C sum = new CRC32C();
    private long flushed;

    TableOut(WritableByteChannel channel) {
        this.channel = channel;
    }

    /// Bytes so far.
    long position() {
        return flushed + buffer.position();
    }

    void flush() throws IOException {
        buffer.flip();
        flushed += buffer.limit();
        sum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /// The checksum of what was written since it was last asked for.
    int sum() throws IOException {
        flush();
        int value = (int) sum.getValue();
        sum.reset();
        return value;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    void one(int number) throws IOException {
        room(4).putInt(number);
    }

    void one(long number) throws IOException {
        room(8).putLong(number);
    }

    void text(String text) throws IOException {
        array(text.getBytes(StandardCharsets.UTF_8));
    }

    void array(byte[] values) throws IOException {
        one(values.length);
        for (int i = 0; i < values.length; i += ROOM) {
            int count = Math.min(ROOM, values.length - i);
            room(count).put(values, i, count);
        }
    }

    void array(short[] values) throws IOException {
        one(values.length);
        for (int i = 0; i < values.length; i += ROOM / 2) {
            int count = Math.min(ROOM / 2, values.length - i);
            ByteBuffer into = room(2 * count);
            into.asShortBuffer().put(values, i, count);
            into.position(into.position() + 2 * count);
        }
    }

    void array(char[] values) throws IOException {
        one(values.length);
        for (int i = 0; i < values.length; i += ROOM / 2) {
            int count = Math.min(ROOM / 2, values.length - i);
            ByteBuffer into = room(2 * count);
            into.asCharBuffer().put(values, i, count);
            into.position(into.position() + 2 * count);
        }
    }

    void array(int[] values) throws IOException {
        one(values.length);
        for (int i = 0; i < values.length; i += ROOM / 4) {
            int count = Math.min(ROOM / 4, values.length - i);
            ByteBuffer into = room(4 * count);
            into.asIntBuffer().put(values, i, count);
            into.position(into.position() + 4 * count);
        }
    }

    void array(long[] values) throws IOException {
        one(values.length);
        for (int i = 0; i < values.length; i += ROOM / 8) {
            int count = Math.min(ROOM / 8, values.length - i);
            ByteBuffer into = room(8 * count);
            into.asLongBuffer().put(values, i, count);
            into.position(into.position() + 8 * count);
        }
    }

    /// Arrays of any width, one a chunk; null where there is none.
    void arrays(@Nullable Object[] arrays) throws IOException {
        one(arrays.length);
        for (Object array : arrays) {
            switch (array) {
                case null -> one(NO_ARRAY);
                case byte[] bytes -> {
                    one(Byte.BYTES);
                    array(bytes);
                }
                case short[] shorts -> {
                    one(Short.BYTES);
                    array(shorts);
                }
                case int[] ints -> {
                    one(Integer.BYTES);
                    array(ints);
                }
                case long[] longs -> {
                    one(Long.BYTES);
                    array(longs);
                }
                default -> throw new IllegalStateException("no array of numbers (%s)".formatted(array.getClass()));
            }
        }
    }
}
