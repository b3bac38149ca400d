package org.rongyi.definitions.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEncodingTest {
    @TempDir
    Path folder;

    private Charset of(byte[] bytes) throws Exception {
        var file = folder.resolve("file.csv");
        Files.write(file, bytes);
        return TextEncoding.of(file);
    }

    @Test
    void tellsUtf8FromTheEncodingOfChineseSpreadsheets() throws Exception {
        var text = "名称,统一社会信用代码\n成都示例有限公司,1\n";
        assertThat(of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
        assertThat(of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
        assertThat(of(text.getBytes(TextEncoding.GB18030))).isEqualTo(TextEncoding.GB18030);
        assertThat(of(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(StandardCharsets.UTF_16);
        assertThat(of("id\n1\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void looksAtTheWholeFileBecauseChineseMayComeLate() throws Exception {
        var text = "id,n\n" + "1,a\n".repeat(200_000) + "1,中\n";
        assertThat(of(text.getBytes(TextEncoding.GB18030))).isEqualTo(TextEncoding.GB18030);
        assertThat(of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void findsUtf8WhereverACharacterIsCutBetweenTwoReads() throws Exception {
        for (int shift = 0; shift < 3; shift++) {
            var text = "a".repeat(shift) + "中".repeat(300_000);
            assertThat(of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
        }
    }

    @Test
    void takesUtf8WithOneBrokenCharacterForUtf8() throws Exception {
        var bytes = "名称,地\n成都公司,高新\n成都,区\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = '?';
        assertThat(of(bytes)).isEqualTo(StandardCharsets.UTF_8);
    }
}
