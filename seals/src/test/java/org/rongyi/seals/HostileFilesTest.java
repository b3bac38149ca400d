package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.seals.Verdict.NotReadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// Files that would do harm, or show two readers two things, are not even judged.
class HostileFilesTest {
    private static final Workshop CITY = new Workshop();
    private static final byte[] SEALED = CITY.sealed();

    private static Why why(byte[] file) {
        return ((NotReadable) CITY.verify(file)).why();
    }

    @Test
    void somethingElseAltogether() {
        assertThat(why("你好".getBytes(StandardCharsets.UTF_8))).isEqualTo(Why.NOT_A_DOCUMENT);
        assertThat(why(new byte[0])).isEqualTo(Why.NOT_A_DOCUMENT);
        assertThat(why(zip("word/document.xml", new byte[10]))).isEqualTo(Why.NOT_A_DOCUMENT);
    }

    @Test
    void aZipBomb() {
        assertThat(why(zip("OFD.xml", new byte[50 << 20]))).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void aZipBombOfThousandsOfParts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 5000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
                zip.closeEntry();
            }
        }
        assertThat(why(bytes.toByteArray())).isEqualTo(Why.TOO_LARGE);
    }

    /// The list says ten bytes, the data unpack to a million.
    @Test
    void aZipBombThatLiesAboutItsSize() {
        byte[] bomb = zip("OFD.xml", new byte[1_000_000]);
        byte[] size = {0x40, 0x42, 0x0f, 0};
        for (int at = 0; at + 4 <= bomb.length; at++) {
            if (Arrays.equals(bomb, at, at + 4, size, 0, 4)) {
                bomb[at] = 10;
                bomb[at + 1] = 0;
                bomb[at + 2] = 0;
            }
        }
        assertThat(why(bomb)).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void aPartThatLeavesTheFile() {
        assertThat(why(Forgery.add(SEALED, "/../../etc/passwd", "x"))).isEqualTo(Why.BROKEN_CONTAINER);
        assertThat(why(Forgery.add(SEALED, "/Doc_0\\Document.xml", "x"))).isEqualTo(Why.BROKEN_CONTAINER);
    }

    /// Some readers take the first, some the last.
    @Test
    void twoPartsOfOneName() {
        assertThat(why(Forgery.add(SEALED, "/doc_0/document.xml", "x"))).isEqualTo(Why.BROKEN_CONTAINER);
    }

    @Test
    void bytesBeforeAndBehind() {
        byte[] behind = Arrays.copyOf(SEALED, SEALED.length + 3);
        assertThat(why(behind)).isEqualTo(Why.BROKEN_CONTAINER);
        byte[] before = new byte[SEALED.length + 4];
        before[0] = 'P';
        before[1] = 'K';
        System.arraycopy(SEALED, 0, before, 4, SEALED.length);
        assertThat(why(before)).isEqualTo(Why.BROKEN_CONTAINER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
                "<!DOCTYPE a SYSTEM \"http://localhost/x.dtd\"><a/>"
            })
    void xmlThatReachesOut(String xml) {
        assertThat(why(Forgery.change(SEALED, "/OFD.xml", _ -> xml.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Why.HOSTILE_XML);
    }

    @Test
    void xmlThatIsNestedWithoutEnd() {
        String deep = "<a>".repeat(60_000) + "</a>".repeat(60_000);
        assertThat(why(Forgery.change(SEALED, "/OFD.xml", _ -> deep.getBytes(StandardCharsets.UTF_8))))
                .isIn(Why.HOSTILE_XML, Why.BROKEN_XML);
    }

    /// As a tree in memory it would take gigabytes.
    @Test
    void xmlThatIsFarTooLarge() {
        StringBuilder large = new StringBuilder("<a>");
        new Random(1)
                .ints(400_000)
                .forEach(each -> large.append("<b").append(each % 1000 & 0xff).append("/>"));
        large.append("</a>");
        assertThat(why(Forgery.change(SEALED, "/OFD.xml", _ -> large.toString().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Why.LARGE_XML);
    }

    /// Each mention would cost one more reading of a part that may have megabytes.
    @Test
    void onePartThatIsNamedAgainAndAgain() {
        String again = "<ofd:Reference FileRef=\"/OFD.xml\"><ofd:CheckValue>x</ofd:CheckValue></ofd:Reference>";
        byte[] repeated = Forgery.changeText(
                SEALED, "/Doc_0/Signs/Sign_0/Signature.xml", "</ofd:References>", again + "</ofd:References>");
        assertThat(why(repeated)).isEqualTo(Why.REPEATED);
    }

    @Test
    void hundredsOfSignatures() {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            more.append("<ofd:Signature ID=\"9\" BaseLoc=\"/Doc_0/Signs/Sign_0/Signature.xml\"/>");
        }
        byte[] many = Forgery.changeText(
                SEALED, "/Doc_0/Signs/Signatures.xml", "</ofd:Signatures>", more + "</ofd:Signatures>");
        assertThat(why(many)).isEqualTo(Why.TOO_MANY_SIGNATURES);
    }

    @Test
    void xmlThatIsNone() {
        assertThat(why(Forgery.changeText(SEALED, "/OFD.xml", "</ofd:OFD>", "</ofd:ODF>")))
                .isEqualTo(Why.BROKEN_XML);
    }

    /// One reader would show the first document, another one the second.
    @Test
    void twoDocumentsInOneFile() {
        assertThat(why(Forgery.changeText(SEALED, "/OFD.xml", "</ofd:OFD>", "<ofd:DocBody/></ofd:OFD>")))
                .isEqualTo(Why.NOT_SUPPORTED);
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
