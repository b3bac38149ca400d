package org.rongyi.rules.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// A table as bytes, arrays as they lie in memory: to have it back in a moment. Columns stand one behind the
/// other, and at the end where each begins, so that several are read at once. Beside that stand checksums of
/// what precedes the columns and of each: a disk that lost its power may give back nothing but zeros, which would
/// be read as values. Nothing in it is meant to last; whoever reads it with another version, or over another
/// dictionary, is told so and builds it again.
final class TableFile {
    private static final long FORMAT = 0x52594142_0000_0007L;

    /// The last of all: where the places of the columns begin, and the checksum of everything from there on.
    private static final int FOOT = Long.BYTES + Integer.BYTES;

    /// Bytes that are summed up in one go.
    private static final long STEP = 1L << 26;

    private static final int NOTHING = 0;
    private static final int ORDERED = 1;
    private static final int CODED = 2;

    private TableFile() {}

    static void write(
            List<Element> stored, @Nullable Column[] columns, int rows, int @Nullable [] order, WritableByteChannel to)
            throws IOException {
        TableOut out = new TableOut(to);
        out.one(FORMAT);
        out.one(rows);
        out.one(stored.size());
        for (Element element : stored) {
            out.text(element.id() + " " + element.type());
        }
        out.array(order == null ? new int[0] : order);
        long[] places = new long[columns.length];
        int[] sums = new int[columns.length + 1];
        sums[0] = out.sum();
        for (int i = 0; i < columns.length; i++) {
            places[i] = out.position();
            switch (columns[i]) {
                case null -> out.one(NOTHING);
                case Ordered ordered -> {
                    out.one(ORDERED);
                    ordered.write(out);
                }
                case Coded coded -> {
                    out.one(CODED);
                    coded.write(out);
                }
            }
            sums[i + 1] = out.sum();
        }
        long end = out.position();
        out.array(places);
        out.array(sums);
        out.one(end);
        out.one(out.sum());
        out.flush();
    }

    /// What was written.
    record Content(@Nullable Column[] columns, int rows, int @Nullable [] order) {}

    /// Reads from where the file stands to its end.
    static Content read(List<Element> stored, FileChannel from, int threads) throws IOException {
        try (Arena arena = Arena.ofShared()) {
            long rest = from.size() - from.position();
            return read(stored, from.map(MapMode.READ_ONLY, from.position(), rest, arena), threads);
        } catch (IndexOutOfBoundsException | IllegalStateException damaged) {
            throw new IOException("the table is damaged", damaged);
        }
    }

    private static Content read(List<Element> stored, MemorySegment file, int threads) throws IOException {
        TableIn in = new TableIn(file, 0);
        if (in.oneLong() != FORMAT) {
            throw new IOException("the table was written in another form");
        }
        long foot = file.byteSize() - FOOT;
        TableIn last = new TableIn(file, foot);
        long end = last.oneLong();
        check(file, end, foot + Long.BYTES, last.oneInt());
        TableIn index = new TableIn(file, end);
        long[] places = index.longs();
        int[] sums = index.ints();
        check(file, 0, places.length == 0 ? end : places[0], sums[0]);
        int rows = in.oneInt();
        boolean same = in.oneInt() == stored.size();
        for (int i = 0; same && i < stored.size(); i++) {
            same = in.text().equals(stored.get(i).id() + " " + stored.get(i).type());
        }
        if (!same) {
            throw new IOException("the table was written over another dictionary");
        }
        int[] order = in.ints();
        @Nullable Column[] columns = new Column[stored.size()];
        AtomicInteger next = new AtomicInteger();
        Threads.run(threads, () -> {
            for (int i = next.getAndIncrement(); i < columns.length; i = next.getAndIncrement()) {
                check(file, places[i], i + 1 < places.length ? places[i + 1] : end, sums[i + 1]);
                columns[i] = column(new TableIn(file, places[i]));
            }
            return columns;
        });
        return new Content(columns, rows, order.length == 0 ? null : order);
    }

    /// @throws IllegalStateException when these bytes are not those that were written
    private static void check(MemorySegment file, long from, long to, int sum) {
        CRC32C found = new CRC32C();
        for (long at = from; at < to; at += STEP) {
            found.update(file.asSlice(at, Math.min(STEP, to - at)).asByteBuffer());
        }
        if ((int) found.getValue() != sum) {
            throw new IllegalStateException("the bytes from (%d) to (%d) have changed".formatted(from, to));
        }
    }

    private static @Nullable Column column(TableIn in) {
        return switch (in.oneInt()) {
            case NOTHING -> null;
            case ORDERED -> Ordered.read(in);
            case CODED -> Coded.read(in);
            default -> throw new IndexOutOfBoundsException("no kind of column");
        };
    }

    /// Values of coded columns; the first, for none, is left out.
    static void values(Object[] values, int count, TableOut out) throws IOException {
        out.one(count);
        for (int i = 1; i < count; i++) {
            switch (values[i]) {
                case String text -> {
                    out.one('s');
                    out.text(text);
                }
                case Boolean truth -> out.one(truth ? 't' : 'f');
                case BigDecimal number -> {
                    out.one('n');
                    out.text(number.toString());
                }
                case SortedSet<?> set -> {
                    out.one('c');
                    out.one(set.size());
                    for (Object code : set) {
                        out.text((String) code);
                    }
                }
                default -> throw new IllegalStateException("no value of a table (%s)".formatted(values[i]));
            }
        }
    }

    static Object[] values(TableIn in) {
        List<Object> values = new ArrayList<>();
        int count = in.oneInt();
        values.add(false); // the place of none
        while (values.size() < count) {
            values.add(
                    switch (in.oneInt()) {
                        case 's' -> in.text();
                        case 't' -> true;
                        case 'f' -> false;
                        case 'n' -> new BigDecimal(in.text());
                        case 'c' -> {
                            SortedSet<String> set = new TreeSet<>();
                            for (int left = in.oneInt(); left > 0; left--) {
                                set.add(in.text());
                            }
                            yield Collections.unmodifiableSortedSet(set);
                        }
                        default -> throw new IndexOutOfBoundsException("no kind of value");
                    });
        }
        return values.toArray();
    }
}
