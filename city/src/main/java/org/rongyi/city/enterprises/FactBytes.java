package org.rongyi.city.enterprises;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;
import org.rongyi.rules.ValueType;

/// Reads facts out of the bytes that PostgreSQL writes a `jsonb` down as, for who reads millions of them. A value that
/// comes again is the same object; what stands there in an unusual way is left to [FactJson]. Not safe for many
/// threads.
final class FactBytes {
    /// Different values of one element that are kept; beyond, each is made anew.
    private static final int MOST_KEPT = 1 << 15;

    private static final int MOST_DIGITS = 18;

    private final List<Element> elements;
    private final FactJson json;
    private final Slices<Integer> places;
    private final List<Slices<Object>> known;

    /// @param elements stored ones; a fact is told by its element's place in the list
    FactBytes(List<Element> elements, FactJson json) {
        this.elements = elements;
        this.json = json;
        this.places = new Slices<>(elements.size());
        for (int place = 0; place < elements.size(); place++) {
            byte[] id = elements.get(place).id().getBytes(StandardCharsets.UTF_8);
            places.put(id, 0, id.length, place);
        }
        this.known = elements.stream().map(_ -> new Slices<Object>(MOST_KEPT)).toList();
    }

    interface Facts {
        /// @param value null withdraws the fact
        void fact(int place, @Nullable Object value);
    }

    /// Tells the facts of one report; of elements that are not in the list none.
    void read(byte[] bytes, int from, int to, Facts facts) {
        int at = from + 1;
        while (at < to && bytes[at] != '}') {
            if (bytes[at] == '"') {
                int key = at + 1;
                int keyEnd = endOfText(bytes, key);
                at = next(bytes, keyEnd + 1);
                int end = endOfValue(bytes, at);
                Integer place = places.get(bytes, key, keyEnd);
                if (place != null) {
                    facts.fact(place, value(place, bytes, at, end));
                }
                at = end;
            } else {
                at++;
            }
        }
    }

    /// Where the value behind a key begins.
    private static int next(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ':' || bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /// The quote that ends a text.
    private static int endOfText(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /// Behind a value: of a list or an object, behind what closes it.
    private static int endOfValue(byte[] bytes, int from) {
        int at = from;
        int depth = 0;
        do {
            switch (bytes[at]) {
                case '"' -> at = endOfText(bytes, at + 1);
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                default -> {
                    if (depth == 0) {
                        while (bytes[at + 1] != ',' && bytes[at + 1] != '}') {
                            at++;
                        }
                    }
                }
            }
            at++;
        } while (depth > 0);
        return at;
    }

    private @Nullable Object value(int place, byte[] bytes, int from, int to) {
        if (bytes[from] == 'n') {
            return null;
        }
        Object value = switch (elements.get(place).type()) {
            case NUMBER -> number(bytes, from, to);
            // Nearly all of them differ.
            case TEXT -> plain(bytes, from, to) ? text(bytes, from + 1, to - 1) : null;
            case BOOLEAN, CODE, CODES, DATE -> null;
        };
        return value != null ? value : kept(place, bytes, from, to);
    }

    /// Null for one that no `long` holds.
    private static @Nullable BigDecimal number(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        long digits = 0;
        int scale = -1;
        int count = 0;
        for (int at = negative ? from + 1 : from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (bytes[at] == '.' && scale < 0) {
                scale = 0;
            } else if (digit < 0 || digit > 9 || ++count > MOST_DIGITS) {
                return null;
            } else {
                digits = 10 * digits + digit;
                scale += scale < 0 ? 0 : 1;
            }
        }
        return BigDecimal.valueOf(negative ? -digits : digits, Math.max(0, scale));
    }

    private static boolean plain(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                return false;
            }
        }
        return bytes[from] == '"';
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private @Nullable Object kept(int place, byte[] bytes, int from, int to) {
        Slices<Object> values = known.get(place);
        Object value = values.get(bytes, from, to);
        if (value == null) {
            value = made(place, bytes, from, to);
            if (value != null) {
                values.put(bytes, from, to, value);
            }
        }
        return value;
    }

    private @Nullable Object made(int place, byte[] bytes, int from, int to) {
        Element element = elements.get(place);
        if (element.type() == ValueType.DATE && plain(bytes, from, to)) {
            return LocalDate.parse(text(bytes, from + 1, to - 1));
        }
        return json.value(element.id(), text(bytes, from, to));
    }

    /// Objects by the bytes that they were made from.
    private static final class Slices<T> {
        private record Kept<T>(byte[] bytes, T value) {
            boolean isOf(byte[] other, int from, int to) {
                return Arrays.equals(other, from, to, bytes, 0, bytes.length);
            }
        }

        private final int most;
        private List<@Nullable Kept<T>> slots = new ArrayList<>(Collections.nCopies(16, null));
        private int size;

        Slices(int most) {
            this.most = most;
        }

        @Nullable
        T get(byte[] bytes, int from, int to) {
            Kept<T> kept = slots.get(slot(bytes, from, to));
            return kept == null ? null : kept.value();
        }

        /// Keeps it, unless there are too many already.
        void put(byte[] bytes, int from, int to, T value) {
            if (size >= most) {
                return;
            }
            if (2 * ++size > slots.size()) {
                List<@Nullable Kept<T>> before = slots;
                slots = new ArrayList<>(Collections.nCopies(2 * before.size(), null));
                for (Kept<T> kept : before) {
                    if (kept != null) {
                        slots.set(slot(kept.bytes(), 0, kept.bytes().length), kept);
                    }
                }
            }
            slots.set(slot(bytes, from, to), new Kept<>(Arrays.copyOfRange(bytes, from, to), value));
        }

        private int slot(byte[] bytes, int from, int to) {
            int hash = 0;
            for (int at = from; at < to; at++) {
                hash = 31 * hash + bytes[at];
            }
            int slot = (hash ^ hash >>> 15) & slots.size() - 1;
            for (Kept<T> kept = slots.get(slot); kept != null && !kept.isOf(bytes, from, to); kept = slots.get(slot)) {
                slot = slot + 1 & slots.size() - 1;
            }
            return slot;
        }
    }
}
