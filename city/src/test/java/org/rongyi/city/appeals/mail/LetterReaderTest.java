package org.rongyi.city.appeals.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// Whatever somebody builds into an e-mail, it is read at once.
class LetterReaderTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static Letter read(String headers, String text) throws Exception {
        String mail = "From: someone@example.org\r\n" + headers + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text;
        return LetterReader.read(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))),
                "appeals@localhost");
    }

    @Test
    void whatNoBrowserShowsIsNotRead() throws Exception {
        String html = "<p>停电</p><style>p{}</style><SCRIPT>x()</SCRIPT><style>q{}</style>请修";
        assertThat(read("Content-Type: text/html; charset=UTF-8", html).words()).isEqualTo("停电\n请修");
    }

    @Test
    void beginningsWithoutEndsAndEmptyLinesTakeNoTime() {
        assertTimeout(AT_ONCE, () -> read("Content-Type: text/html; charset=UTF-8", "<style ".repeat(28_000)));
        assertTimeout(AT_ONCE, () -> read("Content-Type: text/plain; charset=UTF-8", "x" + "\n".repeat(190_000) + "x"));
    }

    @Test
    void namesAreBoundedAndWithoutControlCharacters() throws Exception {
        Letter letter = read(
                "Message-ID: <" + "x".repeat(6000) + "@example.org>\r\nIn-Reply-To: <appeal-\u0000@rongyi>\r\n"
                        + "Content-Type: text/plain; charset=UTF-8",
                "停电");
        assertThat(letter.messageId()).hasSizeLessThan(250);
        assertThat(letter.answers()).isEmpty();
    }
}
