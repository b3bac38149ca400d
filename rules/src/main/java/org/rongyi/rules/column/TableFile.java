package org.rongyi.rules.column;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// A table as bytes, arrays as they lie in memory: to have it back in a moment. Nothing in it is meant to last;
/// whoever reads it with another version, or over another dictionary, is told so and builds it again.
final class TableFile {
    private static final long FORMAT = 0x52594142_0000_0002L;
    private static final int NOTHING = 0;
    private static final int ORDERED = 1;
    private static final int CODED = 2;

    private TableFile() {}

    static void write(
            List<Element> stored, @Nullable Column[] columns, int rows, int @Nullable [] order, DataOutputStream out)
            throws IOException {
        out.writeLong(FORMAT);
        out.writeInt(rows);
        out.writeInt(stored.size());
        for (Element element : stored) {
            out.writeUTF(element.id() + " " + element.type());
        }
        ints(order == null ? new int[0] : order, out);
        for (Column column : columns) {
            switch (column) {
                case null -> out.writeByte(NOTHING);
                case Ordered ordered -> {
                    out.writeByte(ORDERED);
                    ordered.write(out);
                }
                case Coded coded -> {
                    out.writeByte(CODED);
                    coded.write(out);
                }
            }
        }
    }

    /// What was written.
    record Content(@Nullable Column[] columns, int rows, int @Nullable [] order) {}

    static Content read(List<Element> stored, DataInputStream in) throws IOException {
        if (in.readLong() != FORMAT) {
            throw new IOException("the table was written in another form");
        }
        int rows = in.readInt();
        boolean same = in.readInt() == stored.size();
        for (int i = 0; same && i < stored.size(); i++) {
            same = in.readUTF().equals(stored.get(i).id() + " " + stored.get(i).type());
        }
        if (!same) {
            throw new IOException("the table was written over another dictionary");
        }
        int[] order = ints(in);
        @Nullable Column[] columns = new Column[stored.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = switch (in.readByte()) {
                case NOTHING -> null;
                case ORDERED -> Ordered.read(in);
                case CODED -> Coded.read(in);
                default -> throw new IOException("the table is damaged");
            };
        }
        return new Content(columns, rows, order.length == 0 ? null : order);
    }

    static void ints(int[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        bytes(bytes.array(), out);
    }

    static int[] ints(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in);
        int[] values = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).asIntBuffer().get(values);
        return values;
    }

    static void longs(long[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        bytes.asLongBuffer().put(values);
        bytes(bytes.array(), out);
    }

    static long[] longs(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in);
        long[] values = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).asLongBuffer().get(values);
        return values;
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    /// Arrays of any width, one a chunk; null where there is none.
    static void arrays(@Nullable Object[] arrays, DataOutputStream out) throws IOException {
        out.writeInt(arrays.length);
        for (Object array : arrays) {
            switch (array) {
                case null -> out.writeByte(NOTHING);
                case byte[] b -> {
                    out.writeByte(1);
                    bytes(b, out);
                }
                case short[] s -> {
                    out.writeByte(2);
                    ByteBuffer bytes = ByteBuffer.allocate(2 * s.length);
                    bytes.asShortBuffer().put(s);
                    bytes(bytes.array(), out);
                }
                case int[] i -> {
                    out.writeByte(4);
                    ints(i, out);
                }
                case long[] l -> {
                    out.writeByte(8);
                    longs(l, out);
                }
                default -> throw new IllegalStateException("no array of numbers (%s)".formatted(array.getClass()));
            }
        }
    }

    static @Nullable Object[] arrays(DataInputStream in) throws IOException {
        @Nullable Object[] arrays = new Object[in.readInt()];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = switch (in.readByte()) {
                case NOTHING -> null;
                case 1 -> bytes(in);
                case 2 -> {
                    byte[] bytes = bytes(in);
                    short[] values = new short[bytes.length / 2];
                    ByteBuffer.wrap(bytes).asShortBuffer().get(values);
                    yield values;
                }
                case 4 -> ints(in);
                case 8 -> longs(in);
                default -> throw new IOException("the table is damaged");
            };
        }
        return arrays;
    }

    /// Values of coded columns; the first, for none, is left out.
    static void values(Object[] values, int count, DataOutputStream out) throws IOException {
        out.writeInt(count);
        for (int i = 1; i < count; i++) {
            switch (values[i]) {
                case String text -> {
                    out.writeByte('s');
                    text(text, out);
                }
                case Boolean truth -> out.writeByte(truth ? 't' : 'f');
                case BigDecimal number -> {
                    out.writeByte('n');
                    text(number.toString(), out);
                }
                case SortedSet<?> set -> {
                    out.writeByte('c');
                    out.writeInt(set.size());
                    for (Object code : set) {
                        text((String) code, out);
                    }
                }
                default -> throw new IllegalStateException("no value of a table (%s)".formatted(values[i]));
            }
        }
    }

    static Object[] values(DataInputStream in) throws IOException {
        List<Object> values = new ArrayList<>();
        int count = in.readInt();
        values.add(false); // the place of none
        while (values.size() < count) {
            values.add(
                    switch (in.readByte()) {
                        case 's' -> text(in);
                        case 't' -> true;
                        case 'f' -> false;
                        case 'n' -> new BigDecimal(text(in));
                        case 'c' -> {
                            SortedSet<String> set = new TreeSet<>();
                            for (int left = in.readInt(); left > 0; left--) {
                                set.add(text(in));
                            }
                            yield Collections.unmodifiableSortedSet(set);
                        }
                        default -> throw new IOException("the table is damaged");
                    });
        }
        return values.toArray();
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), out);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), java.nio.charset.StandardCharsets.UTF_8);
    }
}
