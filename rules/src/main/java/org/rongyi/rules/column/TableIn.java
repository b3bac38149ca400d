package org.rongyi.rules.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads what [TableOut] wrote, from a file that lies in memory. Whoever reads beyond its end, or finds an
/// array of a length that it cannot have, gets an IndexOutOfBoundsException.
final class TableIn {
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment file;
    private long position;

    TableIn(MemorySegment file, long position) {
        this.file = file;
        this.position = position;
    }

    int oneInt() {
        int number = file.get(INT, position);
        position += 4;
        return number;
    }

    long oneLong() {
        long number = file.get(LONG, position);
        position += 8;
        return number;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// How many values follow, after a look whether the file is so long.
    private int length(int width) {
        int length = oneInt();
        if (length < 0 || (long) length * width > file.byteSize() - position) {
            throw new IndexOutOfBoundsException(
                    "(%d) values at (%d) of (%d)".formatted(length, position, file.byteSize()));
        }
        return length;
    }

    private long over(int length, int width) {
        long first = position;
        position += (long) length * width;
        return first;
    }

    byte[] bytes() {
        byte[] values = new byte[length(1)];
        MemorySegment.copy(file, BYTE, over(values.length, 1), values, 0, values.length);
        return values;
    }

    short[] shorts() {
        short[] values = new short[length(2)];
        MemorySegment.copy(file, SHORT, over(values.length, 2), values, 0, values.length);
        return values;
    }

    char[] chars() {
        char[] values = new char[length(2)];
        MemorySegment.copy(file, CHAR, over(values.length, 2), values, 0, values.length);
        return values;
    }

    int[] ints() {
        int[] values = new int[length(4)];
        MemorySegment.copy(file, INT, over(values.length, 4), values, 0, values.length);
        return values;
    }

    long[] longs() {
        long[] values = new long[length(8)];
        MemorySegment.copy(file, LONG, over(values.length, 8), values, 0, values.length);
        return values;
    }

    @Nullable
    Object[] arrays() {
        @Nullable Object[] arrays = new Object[length(1)];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = switch (oneInt()) {
                case TableOut.NO_ARRAY -> null;
                case Byte.BYTES -> bytes();
                case Short.BYTES -> shorts();
                case Integer.BYTES -> ints();
                case Long.BYTES -> longs();
                default -> throw new IndexOutOfBoundsException("no kind of array");
            };
        }
        return arrays;
    }
}
