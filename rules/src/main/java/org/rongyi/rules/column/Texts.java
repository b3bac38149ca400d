package org.rongyi.rules.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Very many different texts, such as the names of firms: their characters one behind the other rather than an
/// object each, which would take much more memory and be most of the work of having a table back. A text
/// is made anew whenever it is asked for.
final class Texts {
    /// So many that their array is a large one for the collector, which then leaves it where it is.
    private static final int TOGETHER = 1 << 16;

    private final List<char[]> characters;
    /// Where each text ends among the characters of those kept together.
    private final List<int[]> ends;
    private final int size;

    private Texts(List<char[]> characters, List<int[]> ends, int size) {
        this.characters = characters;
        this.ends = ends;
        this.size = size;
    }

    /// @param from the first of those taken
    static Texts of(Object[] texts, int from) {
        List<char[]> characters = new ArrayList<>();
        List<int[]> ends = new ArrayList<>();
        for (int first = from; first < texts.length; first += TOGETHER) {
            int[] end = new int[Math.min(TOGETHER, texts.length - first)];
            StringBuilder together = new StringBuilder();
            for (int i = 0; i < end.length; i++) {
                together.append((String) texts[first + i]);
                end[i] = together.length();
            }
            char[] all = new char[together.length()];
            together.getChars(0, all.length, all, 0);
            characters.add(all);
            ends.add(end);
        }
        return new Texts(characters, ends, texts.length - from);
    }

    int size() {
        return size;
    }

    String get(int number) {
        int[] end = ends.get(number / TOGETHER);
        int at = number % TOGETHER;
        int begin = at == 0 ? 0 : end[at - 1];
        return new String(characters.get(number / TOGETHER), begin, end[at] - begin);
    }

    void write(TableOut out) throws IOException {
        out.one(size);
        for (int i = 0; i < ends.size(); i++) {
            out.array(ends.get(i));
            out.array(characters.get(i));
        }
    }

    static Texts read(TableIn in) {
        int size = in.oneInt();
        List<char[]> characters = new ArrayList<>();
        List<int[]> ends = new ArrayList<>();
        for (int read = 0; read < size; read += TOGETHER) {
            ends.add(in.ints());
            characters.add(in.chars());
        }
        return new Texts(characters, ends, size);
    }
}
