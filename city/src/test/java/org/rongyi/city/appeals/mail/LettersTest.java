package org.rongyi.city.appeals.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// An e-mail becomes an appeal once, its sender gets a receipt, and no machine is answered. The servers are real ones,
/// in
/// this process.
@CityTest
class LettersTest {
    private static final String BOX = "appeals@localhost";
    private static final String WORDS = "店门口停电两天，冷柜里的肉都坏了，希望尽快修。";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};

    @Autowired
    private LetterIntake intake;

    @Autowired
    private LetterTable letters;

    @Autowired
    private Appeals appeals;

    @Autowired
    private AppealFiles files;

    @Autowired
    private Seats seats;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });
    private GreenMailUser box;
    /// Nobody else writes from here.
    private final String writer = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void open() {
        server.start();
        box = server.setUser(BOX, BOX, "secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private Mailbox mailbox(int port) {
        return new Mailbox(new Mailbox.Settings("imap", "127.0.0.1", port, BOX, "secret", "INBOX", BOX, 2000), intake);
    }

    private int read() throws MessagingException {
        return mailbox(server.getImap().getPort()).read();
    }

    private Answering answering(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new Answering(letters, sender, BOX, clock);
    }

    private MimeMessage letter(String subject, String words) throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                if (getHeader("Message-ID") == null) {
                    setHeader("Message-ID", "<" + UUID.randomUUID() + "@example.org>");
                }
            }
        };
        mail.setFrom(new InternetAddress(writer, "巷口面馆王女士", "UTF-8"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(BOX));
        mail.setSubject(subject, "UTF-8");
        mail.setText(words, "UTF-8");
        mail.saveChanges();
        return mail;
    }

    private MimeMessage receipt() {
        answering(server.getSmtp().getPort()).sendAll();
        MimeMessage[] got = server.getReceivedMessagesForDomain(writer);
        assertThat(got).as("a receipt").isNotEmpty();
        return got[got.length - 1];
    }

    private List<Appeal> sent() {
        return database
                .sql("select number from appeals.appeal where who like ? order by id")
                .param("%" + writer + "%")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(number -> seats.find(number).orElseThrow())
                .toList();
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return String.valueOf(mail.getContent());
    }

    @Test
    void aLetterBecomesAnAppealOnceAndItsSenderGetsNumberAndCode() throws Exception {
        MimeMessage letter = letter("停电没人修", WORDS);
        box.deliver(letter);
        assertThat(read()).isEqualTo(1);
        box.deliver(letter); // the server had it twice
        assertThat(read()).isZero();
        assertThat(sent()).singleElement().satisfies(appeal -> {
            assertThat(appeal.words()).startsWith("停电没人修").contains(WORDS);
            assertThat(appeal.channel()).isEqualTo(Appeal.Channel.MAIL);
            assertThat(appeal.reporter().who()).contains("巷口面馆王女士", writer);
        });
        MimeMessage receipt = receipt();
        assertThat(text(receipt))
                .contains(sent().getFirst().number(), sent().getFirst().code())
                .doesNotContain("冷柜");
        assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(receipt.getHeader("In-Reply-To")).containsExactly(letter.getMessageID());
        answering(server.getSmtp().getPort()).sendAll();
        assertThat(server.getReceivedMessagesForDomain(writer)).as("once").hasSize(1);
    }

    @Test
    void whoeverAnswersTheReceiptWritesToTheSameAppealWithoutWhatIsQuoted() throws Exception {
        box.deliver(letter("停电没人修", WORDS));
        read();
        MimeMessage receipt = receipt();
        MimeMessage more = letter("Re: 收到", "今天又停了一次。\n\n在 2026年11月23日，蓉易写道：\n> 您反映的事收到了。");
        more.setHeader("In-Reply-To", receipt.getMessageID());
        box.deliver(more);
        assertThat(read()).isEqualTo(1);
        assertThat(sent()).hasSize(1);
        assertThat(appeals.record(sent().getFirst()).timeline())
                .filteredOn(entry -> entry.what() == Entry.What.COMMENTED)
                .extracting(Entry::reason)
                .containsExactly("今天又停了一次。");
        assertThat(receipt().getSubject()).contains("补充收到");

        appeals.withdraw(sent().getFirst());
        MimeMessage late = letter("Re: 收到", "还有一句。");
        late.setHeader("References", receipt.getMessageID());
        box.deliver(late);
        read();
        assertThat(receipt().getSubject()).contains("已经办结");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatIsEnclosedIsToldByItsContent() throws Exception {
        MimeMessage letter = letter("停电没人修", "");
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setContent("<p>店门口<b>停电</b>两天<br>请尽快修 &amp; 回电</p><script>alert(1)</script>", "text/html; charset=UTF-8");
        parts.addBodyPart(text);
        parts.addBodyPart(enclosed("照片.png", PNG));
        parts.addBodyPart(enclosed("发票.pdf", "MZ not a paper".getBytes(StandardCharsets.UTF_8)));
        letter.setContent(parts);
        letter.saveChanges();
        box.deliver(letter);
        read();
        Appeal appeal = sent().getFirst();
        assertThat(appeal.words()).contains("店门口停电两天\n请尽快修 & 回电").doesNotContain("alert");
        assertThat(files.of(appeal))
                .extracting(AppealFiles.Attachment::name, AppealFiles.Attachment::type)
                .containsExactly(tuple("照片.png", "image/png"));
        assertThat(text(receipt())).contains("“发票.pdf”没有收下", "只收 PDF、PNG、JPEG");
    }

    private static MimeBodyPart enclosed(String name, byte[] content) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(new ByteArrayInputStream(content), "application/pdf")));
        part.setFileName(MimeUtility.encodeText(name, "UTF-8", null));
        return part;
    }

    @Test
    void noMachineIsAnsweredAndNothingOfItIsKept() throws Exception {
        for (String[] header : List.of(
                new String[] {"Auto-Submitted", "auto-replied"},
                new String[] {"Precedence", "bulk"},
                new String[] {"List-Id", "<news.example.org>"},
                new String[] {"Return-Path", "<>"})) {
            MimeMessage machine = letter("自动回复", "我在休假");
            machine.setHeader(header[0], header[1]);
            box.deliver(machine);
        }
        MimeMessage own = letter("收到", "回执");
        own.setFrom(new InternetAddress(BOX));
        box.deliver(own);
        MimeMessage daemon = letter("Undelivered", "user unknown");
        daemon.setFrom(new InternetAddress("MAILER-DAEMON@example.org"));
        box.deliver(daemon);
        read();
        assertThat(sent()).isEmpty();
        answering(server.getSmtp().getPort()).sendAll();
        for (String one : List.of(writer, BOX, "MAILER-DAEMON@example.org")) {
            assertThat(server.getReceivedMessagesForDomain(one)).noneMatch(LettersTest::answers);
        }
    }

    private static boolean answers(MimeMessage mail) {
        try {
            return mail.getHeader("Auto-Submitted") != null && mail.getHeader("References") != null;
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void moreOnOneDayThanAPersonWritesIsNotAnswered() throws Exception {
        for (int i = 0; i < LetterIntake.MOST_A_DAY + 3; i++) {
            box.deliver(letter("停电没人修 " + i, WORDS));
        }
        read();
        assertThat(sent()).hasSize(LetterIntake.MOST_A_DAY);
    }

    @Test
    void theLawsOtherWayIsToldAndWhoeverAnswersIsHeardByAPerson() throws Exception {
        box.deliver(letter("判决", "法院判决对我们不公平"));
        read();
        assertThat(sent()).isEmpty();
        MimeMessage told = receipt();
        assertThat(text(told)).contains("12368", "没有保存");
        MimeMessage insists = letter("Re: 判决", "不是这个意思\n> 法院判决对我们不公平");
        insists.setHeader("In-Reply-To", told.getMessageID());
        box.deliver(insists);
        read();
        assertThat(sent())
                .singleElement()
                .satisfies(appeal ->
                        assertThat(appeals.record(appeal).now().unit()).isEqualTo("热线"));
    }

    @Test
    void aServerThatIsGoneHarmsNothingAndTheReceiptWaits() throws Exception {
        box.deliver(letter("停电没人修", WORDS));
        read();
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> mailbox(closed).read()).isInstanceOf(MessagingException.class);
        assertThat(answering(closed).sendAll()).isZero();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(text(receipt())).contains(sent().getFirst().number());
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> mailbox(silent.getLocalPort()).read()).isInstanceOf(MessagingException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void aLetterThatCannotBeReadHoldsUpNoOther() throws Exception {
        MimeMessage broken = letter("坏的", "x");
        broken.setHeader("Content-Type", "multipart/mixed; boundary=\"never\"");
        broken.setHeader("Content-Transfer-Encoding", "base64");
        box.deliver(broken);
        box.deliver(letter("停电没人修", WORDS + "\u0000"));
        read();
        assertThat(sent()).extracting(Appeal::title).contains("停电没人修");
    }

    @Test
    void aLetterWithANameWithoutEndIsTakenInAndHoldsUpNoOther() throws Exception {
        MimeMessage named = letter("水管爆了", WORDS);
        named.setHeader("Message-ID", "<" + "x".repeat(6000) + "@example.org>");
        box.deliver(named);
        box.deliver(letter("停电没人修", WORDS));
        read();
        assertThat(sent()).extracting(Appeal::title).contains("停电没人修");
        assertThat(sent()).hasSize(2);
    }

    @Test
    void whatIsWrittenBelowTheQuotationIsAddedAndWhereNothingIsNobodyIsToldSo() throws Exception {
        box.deliver(letter("停电没人修", WORDS));
        read();
        MimeMessage receipt = receipt();
        MimeMessage below = letter("Re: 收到", "> 您反映的事收到了。\n今天又停了一次。");
        below.setHeader("In-Reply-To", receipt.getMessageID());
        box.deliver(below);
        read();
        assertThat(appeals.record(sent().getFirst()).timeline())
                .filteredOn(entry -> entry.what() == Entry.What.COMMENTED)
                .extracting(Entry::reason)
                .containsExactly("今天又停了一次。");
        receipt();
        int told = server.getReceivedMessagesForDomain(writer).length;
        MimeMessage nothing = letter("Re: 收到", "> 您反映的事收到了。");
        nothing.setHeader("In-Reply-To", receipt.getMessageID());
        box.deliver(nothing);
        read();
        receipt();
        assertThat(server.getReceivedMessagesForDomain(writer)).hasSize(told);
    }

    @Test
    void aLongLetterIsKeptToItsEnd() throws Exception {
        String end = "最后一句。";
        char[] filling = new char[4500];
        Arrays.fill(filling, '长');
        box.deliver(letter("停电没人修", new String(filling) + end));
        read();
        assertThat(appeals.record(sent().getFirst()).timeline())
                .filteredOn(entry -> entry.what() == Entry.What.COMMENTED)
                .extracting(Entry::reason)
                .last()
                .asString()
                .endsWith(end);
    }
}
