package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// Small files that would become large, or be read in two ways, are told before the library opens them.
class PdfBombsTest {
    private static final byte[] LETTER = PdfForgery.letter(_ -> {});
    private static final byte[] BOMB = packed(new byte[40 << 20], false);
    private static final byte[] NOTHING = packed(new byte[100], false);

    private static byte[] packed(byte[] bytes, boolean raw) {
        Deflater deflater = new Deflater(9, raw);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return out.toByteArray();
    }

    /// A letter with one more stream.
    private static byte[] with(String dictionary, String keyword, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(LETTER);
        out.writeBytes(("\n99 0 obj\n" + dictionary + keyword).getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static Why why(byte[] pdf) {
        try {
            PdfFile.pages(pdf);
            throw new AssertionError("it was read");
        } catch (Unreadable unreadable) {
            return unreadable.why();
        }
    }

    @Test
    void oneMoreStreamDoesNoHarm() throws Unreadable {
        assertThat(PdfFile.pages(with("<</Filter/FlateDecode>>", "stream\n", NOTHING)))
                .hasSize(1);
        assertThat(PdfFile.pages(with("<</Filter/DCTDecode/Width 9>>", "stream\n", new byte[] {1, 2, 3})))
                .hasSize(1);
        assertThat(PdfFile.pages(with("<</Filter[/FlateDecode]/BaseFont/A#CB#CE>>", "stream\r\n", NOTHING)))
                .as("the name of a font in another alphabet")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "stream\n", "stream\r\n", "stream\r", "stream   ", "stream  \r\n"})
    void whereverTheContentBegins(String keyword) {
        assertThat(why(with("<</Filter/FlateDecode>>", keyword, BOMB))).isEqualTo(Why.TOO_LARGE);
    }

    /// The library does not look at the header of what is packed.
    @Test
    void aHeaderThatIsNone() {
        byte[] bomb = BOMB.clone();
        bomb[0] = 'x';
        bomb[1] = 0;
        assertThat(why(with("<</Filter/FlateDecode>>", "stream\n", bomb))).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void packedTwiceOrThreeTimes() {
        byte[] twice = packed(BOMB, false);
        assertThat(why(with("<</Filter[/FlateDecode/FlateDecode]>>", "stream\n", twice)))
                .isEqualTo(Why.TOO_LARGE);
        byte[] thrice = packed(twice, false);
        thrice[0] = 0;
        assertThat(why(with("<</Filter[/Fl/Fl/Fl]>>", "stream\n", thrice))).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void manySmallOnesTogether() {
        byte[] part = packed(new byte[3 << 20], false);
        byte[] file = LETTER;
        for (int i = 0; i < 6; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(file);
            out.writeBytes("\n99 0 obj<<>>stream\n".getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(part);
            file = out.toByteArray();
        }
        assertThat(why(file)).isEqualTo(Why.TOO_LARGE);
        assertThat(why(("%PDF-1.7 " + "stream\n".repeat(30_000)).getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Why.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Filter/LZWDecode>>",
                "<</Filter/LZW>>",
                "<</Filter/L#5aWDecode>>",
                "<</Filter[/FlateDecode/RunLengthDecode]>>",
                "<</Filter[/FlateDecode/RL]>>",
                "<</Filter/ASCIIHexDecode>>",
                "<</Filter/AHx>>",
                "<</Filter/ASCII85Decode>>",
                "<</Filter/A85>>",
                "<</Filter 5 0 R>>",
                "<</Filter%comment\n[/FlateDecode 5 0 R]>>",
                "<</Filter/FlateDecode/DecodeParms 5 0 R>>",
                "<</Type/ObjStm/Filter/DCTDecode>>",
                "<</First 9/N 1/Filter[/FlateDecode/CCITTFaxDecode]>>",
                "<</W[1 2 1]/X(1 0 obj)/Filter/DCT>>",
                "<</W[1 2 1]/Xobj/Y/Filter/DCTDecode>>",
                "<</W[1 2 1]%1 0 obj<<\n/Filter/DCTDecode>>"
            })
    void packedAsNoWriterDoesToday(String dictionary) {
        assertThat(why(with(dictionary, "stream\n", NOTHING))).isEqualTo(Why.NOT_SUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Columns 999999",
                "/Columns%\n+2000000000",
                "/C#6flumns 999999",
                "/Rows 100000",
                "/Colors 999",
                "/BitsPerComponent 900000",
                "/Columns 5 0 R"
            })
    void rowsOfAnyLength(String parameter) {
        String dictionary = "<</Filter/FlateDecode/DecodeParms<</Predictor 12" + parameter + ">>>>";
        assertThat(why(with(dictionary, "stream\n", NOTHING))).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void aSignatureUnderAnotherWayOfWriting() {
        assertThat(why(with("<</#42yteRange[0 1 2 3]>>", "stream\n", NOTHING))).isEqualTo(Why.SEALED_ALREADY);
    }

    /// What the library falls over is told as what it is, and does not stop the next one.
    @Test
    void whatTheLibraryFallsOverCannotBeRead() throws Unreadable {
        String deep = "%PDF-1.7\n1 0 obj\n" + "[".repeat(300_000) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        assertThat(why(deep.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Why.BROKEN_CONTAINER);
        for (String from : new String[] {"/Kids", "/Count", "/MediaBox", "/Pages", "/Root", "/Size", "/Type"}) {
            String to = from.substring(0, from.length() - 1) + "x";
            try {
                assertThat(PdfFile.pages(PdfForgery.replace(LETTER, from, to))).isNotNull();
            } catch (Unreadable refused) {
                assertThat(refused.why()).isEqualTo(Why.BROKEN_CONTAINER);
            }
        }
        assertThat(PdfFile.pages(LETTER)).hasSize(1);
    }
}
