package org.rongyi.city.enterprises.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    private final Path folder;

    CsvRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<CsvRows.Row> rows(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("rows.csv"), bytes);
        List<CsvRows.Row> rows = new ArrayList<>();
        try (TextFile file = TextFile.open(path)) {
            CsvRows csv = new CsvRows(file);
            CsvRows.Row row = csv.header();
            while (row != null) {
                rows.add(row);
                row = csv.next();
            }
        }
        return rows;
    }

    private List<List<String>> cells(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(row -> row.cells() == null ? List.of("open quote") : row.cells())
                .toList();
    }

    @Test
    void quotesSeparatorsAndLineEndsAreReadAsTheStandardSays() throws IOException {
        assertThat(cells("a,b,c\r\n\"1,5\",\"say \"\"hi\"\"\",\r\n\"two\nlines\",x,y"))
                .containsExactly(
                        List.of("a", "b", "c"), List.of("1,5", "say \"hi\"", ""), List.of("two\nlines", "x", "y"));
    }

    @Test
    void lineNumbersCountTheLinesOfTheFile() throws IOException {
        assertThat(rows("a,b\n\"x\ny\",1\n\nlast,2\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(CsvRows.Row::line)
                .containsExactly(1, 2, 4, 5);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n1,\"open\n");
        for (int i = 0; i < 200; i++) {
            text.append(i).append(",ok\n");
        }
        List<List<String>> cells = cells(text.toString());
        assertThat(cells).hasSize(202);
        assertThat(cells.get(1)).containsExactly("open quote");
        assertThat(cells.getLast()).containsExactly("199", "ok");
    }

    @Test
    void anOpenQuoteBeforeALaterQuotedCellDoesNotSwallowTheRowsBetween() throws IOException {
        List<List<String>> cells = cells("a,b\n1,\"open\n2,ok\n3,\"fine\"\n4,ok\n");
        assertThat(cells.getLast()).containsExactly("4", "ok");
    }

    @Test
    void aQuoteWithinACellIsALetter() throws IOException {
        assertThat(cells("a,b\n5\" pipe,2\n")).contains(List.of("5\" pipe", "2"));
    }

    @Test
    void semicolonsAndTabsSeparateToo() throws IOException {
        assertThat(cells("a;b\n1,5;2\n")).contains(List.of("1,5", "2"));
        assertThat(cells("a\tb\n1,5\t2\n")).contains(List.of("1,5", "2"));
    }

    @Test
    void theEncodingIsFoundWithoutBeingTold() throws IOException {
        String text = "企业名称,地区\n青禾店,锦江区\n";
        List<List<String>> expected = List.of(List.of("企业名称", "地区"), List.of("青禾店", "锦江区"));
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), Charset.forName("GBK"))) {
            assertThat(rows(text.getBytes(charset)).stream().map(CsvRows.Row::cells))
                    .as(charset.name())
                    .isEqualTo(expected);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(rows(("\uFEFF" + text).getBytes(charset)).stream().map(CsvRows.Row::cells))
                    .as(charset.name())
                    .isEqualTo(expected);
        }
    }

    @Test
    void oneBrokenByteDoesNotTurnTheWholeFileIntoAnotherEncoding() throws IOException {
        byte[] text = ("企业名称\n" + "青禾食品店\n".repeat(50)).getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(text, text.length);
        broken[text.length - 5] = (byte) 0xFF;
        assertThat(rows(broken).getFirst().cells()).isEqualTo(List.of("企业名称"));
    }
}
