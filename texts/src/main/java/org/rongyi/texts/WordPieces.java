package org.rongyi.texts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts a text into the pieces that the model knows by number: each Chinese character is one, words of
/// letters are cut from the left into the longest pieces of the list. The model was trained on exactly this
/// cut.
final class WordPieces {
    static final int BEGIN = 101;
    static final int END = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\":\\s*(\\d+)");

    private final Map<String, Integer> numbers;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /// Reads the list of pieces from the tokenizer file that goes with the model.
    static WordPieces read(InputStream file) throws IOException {
        var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        int list = text.indexOf("\"vocab\"");
        if (list < 0) {
            throw new IOException("the tokenizer file has no list of pieces");
        }
        var numbers = new HashMap<String, Integer>(1 << 16);
        var entry = ENTRY.matcher(text).region(list + "\"vocab\"".length(), text.length());
        while (entry.find()) {
            numbers.put(plain(entry.group(1)), Integer.valueOf(entry.group(2)));
        }
        return new WordPieces(numbers);
    }

    private static String plain(String escaped) {
        return escaped.indexOf('\\') < 0 ? escaped : escaped.translateEscapes();
    }

    int size() {
        return numbers.size();
    }

    /// The numbers of the pieces of the beginning of a text, without the marks of begin and end.
    ///
    /// @param most how many at most
    int[] of(String text, int most) {
        var pieces = new Pieces(most);
        var word = new StringBuilder();
        text.codePoints().takeWhile(each -> pieces.roomLeft()).forEach(each -> {
            if (isBreak(each)) {
                pieces.addWord(word);
            } else if (standsAlone(each)) {
                pieces.addWord(word);
                pieces.addWord(word.appendCodePoint(each));
            } else if (!isControl(each)) {
                word.appendCodePoint(each);
            }
        });
        pieces.addWord(word);
        return pieces.taken();
    }

    private static boolean isBreak(int each) {
        return Character.isWhitespace(each) || Character.getType(each) == Character.SPACE_SEPARATOR;
    }

    private static boolean isControl(int each) {
        return switch (Character.getType(each)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> each == 0xFFFD;
        };
    }

    private static boolean standsAlone(int each) {
        return isHan(each) || isPunctuation(each);
    }

    private static boolean isHan(int each) {
        return (each >= 0x4E00 && each <= 0x9FFF)
                || (each >= 0x3400 && each <= 0x4DBF)
                || (each >= 0xF900 && each <= 0xFAFF)
                || (each >= 0x20000 && each <= 0x2CEAF)
                || (each >= 0x2F800 && each <= 0x2FA1F);
    }

    private static boolean isPunctuation(int each) {
        if (each < 128) {
            return each > ' ' && !Character.isLetterOrDigit(each) && each != 127;
        }
        return switch (Character.getType(each)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /// What has been cut so far.
    private final class Pieces {
        private final int[] cut;
        private int count;

        Pieces(int most) {
            cut = new int[most];
        }

        boolean roomLeft() {
            return count < cut.length;
        }

        int[] taken() {
            return Arrays.copyOf(cut, count);
        }

        private void add(int number) {
            if (roomLeft()) {
                cut[count++] = number;
            }
        }

        /// Empties the word. A word with a part that is on no list is unknown as a whole.
        void addWord(StringBuilder built) {
            var word = built.toString();
            built.setLength(0);
            if (word.isEmpty()) {
                return;
            }
            int before = count;
            int from = 0;
            while (from < word.length()) {
                int end = word.length() > LONGEST_WORD ? from : longest(word, from);
                if (end == from) {
                    count = before;
                    add(UNKNOWN);
                    return;
                }
                add(numbers.getOrDefault(piece(word, from, end), UNKNOWN));
                from = end;
            }
        }

        private int longest(String word, int from) {
            int end = word.length();
            while (end > from && !numbers.containsKey(piece(word, from, end))) {
                end--;
            }
            return end;
        }

        private String piece(String word, int from, int end) {
            return from == 0 ? word.substring(0, end) : "##" + word.substring(from, end);
        }
    }
}
