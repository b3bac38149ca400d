package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever wants it is told of each turn by e-mail, once, through a real mail server.
@CityTest
class MailNoticesTest {
    @Autowired
    private Story story;

    @Autowired
    private MailTable table;

    @Autowired
    private Cases cases;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    private MailSending sending(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailSending(table, sender, transaction, clock, "no-reply@localhost");
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
            sending(again.getSmtp().getPort()).sendAll();
            assertThat(again.getReceivedMessagesForDomain(address)).hasSize(1);
        } finally {
            again.stop();
        }
    }

    private long id(String address) {
        return database.sql("select id from applications.mail where address = ?")
                .param(address)
                .query(Long.class)
                .single();
    }
}
