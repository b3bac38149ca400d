package org.rongyi.definitions.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static List<String> rows(Reader reader) throws IOException {
        var rows = new ArrayList<String>();
        try (var csv = new CsvRows(reader)) {
            for (var row = csv.next(); row != null; row = csv.next()) {
                rows.add(row.line() + " " + (row.damage() == null ? row.cells() : row.damage()));
            }
        }
        return rows;
    }

    private static List<String> rows(String text) throws IOException {
        return rows(new StringReader(text));
    }

    @Test
    void readsQuotesCommasAndLineBreaksWithinCellsAndKnowsTheLine() throws IOException {
        assertThat(rows("a,b\r\n\"x, y\",\"one\r\ntwo\"\r\n\"say \"\"hi\"\"\",\r\nlast,1"))
                .containsExactly("1 [a, b]", "2 [x, y, one\r\ntwo]", "4 [say \"hi\", ]", "5 [last, 1]");
    }

    @Test
    void skipsBlankLinesButNotTheirNumbers() throws IOException {
        assertThat(rows("\na,b\n\n  \n1,2\n")).containsExactly("2 [a, b]", "5 [1, 2]");
    }

    @Test
    void goesOnAfterTextBehindAClosingQuote() throws IOException {
        assertThat(rows("a,b\n\"x\"y,1\nd,2\n"))
                .containsExactly(
                        "1 [a, b]",
                        "2 text stands after a closing quote. Maybe write the quote twice: \"\"",
                        "3 [d, 2]");
    }

    @Test
    void goesOnAfterAQuoteThatIsNeverClosed() throws IOException {
        assertThat(rows("a,b\n\"x,1\nd,2\ne,3"))
                .containsExactly("1 [a, b]", "2 a quote is opened and not closed", "3 [d, 2]", "4 [e, 3]");
        assertThat(rows("a,b\n\"x,1\n" + "d,2\n".repeat(100_000)))
                .hasSize(100_002)
                .element(1)
                .isEqualTo("2 is longer than 262,144 characters. Maybe a quote is not closed");
    }

    @Test
    void keepsQuotesInTheMiddleOfAPlainCell() throws IOException {
        assertThat(rows("5\" pipe,b\n")).containsExactly("1 [5\" pipe, b]");
    }

    /// What is written by the rules of RFC 4180 comes back, however small the pieces in which it is read.
    @Test
    void givesBackWhatWasWritten() throws IOException {
        var random = new Random(11);
        var alphabet = "ab,\"\n\r中 ";
        var text = new StringBuilder();
        var expected = new ArrayList<List<String>>();
        for (int i = 0; i < 3_000; i++) {
            var cells = new ArrayList<String>();
            cells.add("k" + i);
            for (int j = 0; j < 3; j++) {
                var cell = new StringBuilder();
                for (int k = random.nextInt(j == 0 ? 200 : 6); k > 0; k--) {
                    cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                cells.add(cell.toString());
            }
            expected.add(cells);
            for (int j = 0; j < cells.size(); j++) {
                var quoted = "\"" + cells.get(j).replace("\"", "\"\"") + "\"";
                text.append(j == 0 ? "" : ",").append(cells.get(j).matches("[ab中 ]*") ? cells.get(j) : quoted);
            }
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        var actual = new ArrayList<List<String>>();
        try (var csv = new CsvRows(new Trickle(text.toString(), random))) {
            for (var row = csv.next(); row != null; row = csv.next()) {
                assertThat(row.damage()).isNull();
                actual.add(row.cells());
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    /// Gives a few characters at a time, as a pipe does.
    private static final class Trickle extends Reader {
        private final StringReader reader;
        private final Random random;

        Trickle(String text, Random random) {
            this.reader = new StringReader(text);
            this.random = random;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return reader.read(buffer, offset, Math.min(length, 1 + random.nextInt(50)));
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
