package org.rongyi.rules.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/// One code a row, 0 where the row has no value, in an array a chunk: of bytes where its codes fit, else of
/// 16 or 32 bits. Arrays are as long as whole blocks; what lies behind the last row is 0.
final class Codes {

    private static final Object[] NONE = {};

    private volatile Object[] chunks = NONE;

    /// The array of a chunk: `byte[]`, `short[]` (both unsigned) or `int[]`. Replaced when a code no longer
    /// fits, under the lock of the chunk.
    Object chunk(int chunk) {
        return chunks[chunk];
    }

    int get(int row) {
        return get(chunks[row >>> 16], row & Block.CHUNK - 1);
    }

    static int get(Object codes, int i) {
        return switch (codes) {
            case byte[] b -> b[i] & 0xFF;
            case short[] s -> s[i] & 0xFFFF;
            case int[] c -> c[i];
            default -> throw new IllegalStateException();
        };
    }

    void set(int row, int code) {
        int chunk = row >>> 16;
        int i = row & Block.CHUNK - 1;
        Object codes = chunks[chunk];
        if (widthOf(code) > width(codes)) {
            codes = widened(codes, widthOf(code));
            chunks[chunk] = codes;
        }
        switch (codes) {
            case byte[] b -> b[i] = (byte) code;
            case short[] s -> s[i] = (short) code;
            case int[] c -> c[i] = code;
            default -> throw new IllegalStateException();
        }
    }

    /// Makes room for a row.
    void reach(int row) {
        int chunk = row >>> 16;
        if (chunk >= chunks.length) {
            Object[] more = Arrays.copyOf(chunks, chunk + 1);
            for (int i = chunks.length; i <= chunk; i++) {
                more[i] = new byte[i < chunk ? Block.CHUNK : length(row & Block.CHUNK - 1)];
            }
            chunks = more;
        }
        int i = row & Block.CHUNK - 1;
        if (i >= length(chunks[chunk])) {
            chunks[chunk] = longer(chunks[chunk], Math.min(Block.CHUNK, 2 * length(i)));
        }
    }

    /// Takes codes of a chunk as they come from a builder.
    void add(int[] codes, int rows, int greatest) {
        int length = length(rows - 1);
        Object packed = switch (widthOf(greatest)) {
            case 1 -> {
                byte[] bytes = new byte[length];
                for (int i = 0; i < rows; i++) {
                    bytes[i] = (byte) codes[i];
                }
                yield bytes;
            }
            case 2 -> {
                short[] shorts = new short[length];
                for (int i = 0; i < rows; i++) {
                    shorts[i] = (short) codes[i];
                }
                yield shorts;
            }
            default -> Arrays.copyOf(Arrays.copyOf(codes, rows), length);
        };
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[chunks.length - 1] = packed;
    }

    void write(TableOut out) throws IOException {
        out.arrays(chunks);
    }

    static Codes read(TableIn in) {
        Codes codes = new Codes();
        codes.chunks = Arrays.stream(in.arrays()).map(Objects::requireNonNull).toArray();
        return codes;
    }

    /// The array length that holds a row of a chunk and ends with a block.
    private static int length(int i) {
        return (i / Block.ROWS + 1) * Block.ROWS;
    }

    /// Rows that an array has room for.
    static int length(Object codes) {
        return switch (codes) {
            case byte[] b -> b.length;
            case short[] s -> s.length;
            case int[] i -> i.length;
            default -> throw new IllegalStateException();
        };
    }

    private static Object longer(Object codes, int length) {
        return switch (codes) {
            case byte[] b -> Arrays.copyOf(b, length);
            case short[] s -> Arrays.copyOf(s, length);
            case int[] i -> Arrays.copyOf(i, length);
            default -> throw new IllegalStateException();
        };
    }

    /// Bytes that a code needs.
    private static int widthOf(int code) {
        return code <= 0xFF ? 1 : code <= 0xFFFF ? 2 : 4;
    }

    private static int width(Object codes) {
        return codes instanceof byte[] ? 1 : codes instanceof short[] ? 2 : 4;
    }

    private static Object widened(Object codes, int width) {
        int length = length(codes);
        int[] wide = new int[length];
        for (int i = 0; i < length; i++) {
            wide[i] = codes instanceof byte[] b ? b[i] & 0xFF : codes instanceof short[] s ? s[i] & 0xFFFF : 0;
        }
        if (width == 4) {
            return wide;
        }
        short[] shorts = new short[length];
        for (int i = 0; i < length; i++) {
            shorts[i] = (short) wide[i];
        }
        return shorts;
    }
}
