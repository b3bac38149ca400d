package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Whoever wants it is told of each turn by e-mail, once, through a real mail server.
@CityTest
class MailNoticesTest {
    private static final String FROM = "no-reply@localhost";

    @Autowired
    private Story story;

    @Autowired
    private MailTable table;

    @Autowired
    private Cases cases;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private People people;

    @Autowired
    private Browser browser;

    private MailSending sending(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailSending(table, sender, clock, FROM);
    }

    /// A server that does with the e-mails to one address what the test says, and takes all others.
    private MailSending sending(String address, Consumer<MimeMessage> then, List<String> sent, Duration later) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                for (MimeMessage message : messages) {
                    String to = recipient(message);
                    sent.add(to);
                    if (to.equals(address)) {
                        then.accept(message);
                    }
                }
            }
        };
        return new MailSending(table, sender, Clock.offset(clock, later), FROM);
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Case firmsCase(String address) {
        CreditCode firm = Story.newCode();
        enterprises.record(TestFirms.report(firm, "市监", "2026-01-05", Map.of("entityName", "收信小店（测试）")));
        Acting owner = story.owner(firm);
        table.setAddress(owner.account(), address);
        Application application = story.handIn(
                story.filled(
                        owner,
                        "open-restaurant",
                        Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false)),
                owner);
        return story.caseOf(application, owner, "food-permit");
    }

    private void askCorrection(Case file) {
        Acting officer = story.officer("市监");
        cases.assign(Step.of(file.id(), Actor.of(officer)), officer.account());
        story.fire(file, officer, "askCorrection");
    }

    @Test
    void eachTurnIsToldOnceAndNothingPersonalIsInIt() throws MessagingException {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            String address = UUID.randomUUID() + "@example.org";
            askCorrection(firmsCase(address));
            MailSending sending = sending(server.getSmtp().getPort());
            sending.sendAll();
            assertThat(sending.sendAll()).as("all are sent").isZero();
            MimeMessage[] mails = server.getReceivedMessagesForDomain(address);
            assertThat(mails).hasSize(1);
            assertThat(mails[0].getSubject()).contains("食品经营许可（新办）", "要求补正");
            assertThat(mails[0].getHeader("Message-ID")).containsExactly("<notice-" + id(address) + "@rongyi>");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsDownKeepsTheEMailWaiting() throws MessagingException {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        String address = UUID.randomUUID() + "@example.org";
        askCorrection(firmsCase(address));
        assertThat(sending(port).sendAll()).isZero();
        GreenMail again = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(again.getSmtp().getPort());
            new MailSending(table, sender, Clock.offset(clock, Duration.ofMinutes(1)), FROM).sendAll();
            assertThat(again.getReceivedMessagesForDomain(address)).hasSize(1);
        } finally {
            again.stop();
        }
    }

    @Test
    void oneAddressThatTheServerRefusesHoldsUpNoOtherAndIsShownAfterADay() {
        String refused = UUID.randomUUID() + "@example.org";
        String fine = UUID.randomUUID() + "@example.org";
        String none = "nowhere-" + UUID.randomUUID();
        askCorrection(firmsCase(none));
        askCorrection(firmsCase(refused));
        askCorrection(firmsCase(fine));
        List<String> sent = new ArrayList<>();
        Consumer<MimeMessage> refuse = message -> {
            throw new MailSendException(Map.of(message, new SendFailedException("550 no such mailbox")));
        };
        sending(refused, refuse, sent, Duration.ZERO).sendAll();
        assertThat(sent).contains(fine).containsOnlyOnce(refused).doesNotContain(none);
        sending(refused, refuse, sent, Duration.ofSeconds(50)).sendAll();
        assertThat(sent).as("before the wait is over").containsOnlyOnce(refused);

        Duration later = Duration.ZERO;
        int tries = 1;
        while (MailSending.waitAfter(tries).isPresent()) {
            later = later.plus(MailSending.waitAfter(tries).orElseThrow());
            sending(refused, refuse, sent, later).sendAll();
            tries++;
        }
        assertThat(later).isBetween(Duration.ofHours(24), Duration.ofHours(26));
        assertThat(Collections.frequency(sent, refused)).isEqualTo(tries);
        assertThat(left(refused)).isEqualTo("550 no such mailbox");
        administratorSees("550 no such mailbox");
        sending(refused, refuse, sent, Duration.ofDays(9)).sendAll();
        assertThat(Collections.frequency(sent, refused)).as("given up").isEqualTo(tries);

        assertThat(table.tryAgain()).isPositive();
        sending(refused, _ -> {}, sent, Duration.ZERO).sendAll();
        assertThat(left(refused)).as("sent after the server was mended").isNull();
        assertThat(Collections.frequency(sent, refused)).isEqualTo(tries + 1);
    }

    private void administratorSees(String fault) {
        Person person = new Person("a-" + UUID.randomUUID(), "管理员（测试）", "", Set.of(Role.ADMINISTRATOR));
        people.register(person, Story.PASSWORD);
        try (Visit visit = browser.visitor()) {
            visit.signedIn(person.account(), Story.PASSWORD).go("/admin");
            visit.shows("封邮件没有发出去").isWell("admin-attention");
            visit.go("/admin/mails").shows(fault, "放弃了").isWell("mails");
        }
    }

    @Test
    void whatTheServerHasOrPerhapsHasIsNotSentTwice() {
        String slow = UUID.randomUUID() + "@example.org";
        askCorrection(firmsCase(slow));
        List<String> sent = new ArrayList<>();
        sending(
                        slow,
                        _ -> {
                            throw new MailSendException("Failed to close server connection", new IOException("gone"));
                        },
                        sent,
                        Duration.ZERO)
                .sendAll();
        sending(slow, _ -> {}, sent, Duration.ofDays(2)).sendAll();
        assertThat(sent).as("it was taken before").containsOnlyOnce(slow);
        assertThat(left(slow)).isNull();

        String silent = UUID.randomUUID() + "@example.org";
        askCorrection(firmsCase(silent));
        MessagingException noAnswer = new MessagingException("no answer", new SocketTimeoutException());
        sending(
                        silent,
                        message -> {
                            throw new MailSendException(Map.of(message, noAnswer));
                        },
                        sent,
                        Duration.ZERO)
                .sendAll();
        sending(silent, _ -> {}, sent, Duration.ofDays(2)).sendAll();
        assertThat(sent).as("nobody knows whether it arrived").containsOnlyOnce(silent);
        database.sql("update applications.mail set taken_at = taken_at - interval '1 hour' where address = ?")
                .param(silent)
                .update();
        assertThat(left(silent)).isEqualTo("no answer");
        table.tryAgain();
        sending(silent, _ -> {}, sent, Duration.ofDays(2)).sendAll();
        assertThat(sent).containsOnlyOnce(silent);
    }

    @Test
    void whoTakesTheAddressAwayIsToldNothingMore() {
        String address = UUID.randomUUID() + "@example.org";
        Case file = firmsCase(address);
        askCorrection(file);
        String account = database.sql("select account from applications.mail where address = ?")
                .param(address)
                .query(String.class)
                .single();
        table.setAddress(account, null);
        List<String> sent = new ArrayList<>();
        sending("", _ -> {}, sent, Duration.ZERO).sendAll();
        assertThat(sent).doesNotContain(address);
    }

    /// What the server said of an e-mail that nobody sends any longer; null where there is none.
    private @Nullable String left(String address) {
        String account = database.sql("select account from applications.mail_address where address = ?")
                .param(address)
                .query(String.class)
                .single();
        return table.left(1_000).stream()
                .filter(mail -> mail.account().equals(account))
                .findFirst()
                .map(UnsentMails.Unsent::fault)
                .orElse(null);
    }

    private long id(String address) {
        return database.sql("select id from applications.mail where address = ?")
                .param(address)
                .query(Long.class)
                .single();
    }
}
