package org.rongyi.city.applications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.rongyi.city.applications.MailTable.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/// Sends what is due. Each e-mail has its own attempts, with growing waits over a day: one that the server refuses
/// holds
/// up no other, and an outage loses none.
///
/// None is sent twice: it is taken before it is sent, and whoever takes it alone says what became of it. Where that is
/// unknown, because the process was killed or the server fell silent over it, the administrator sees it instead.
class MailSending {
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    private final MailTable table;
    private final JavaMailSender sender;
    private final Clock clock;
    private final String from;

    MailSending(MailTable table, JavaMailSender sender, Clock clock, String from) {
        this.table = table;
        this.sender = sender;
        this.clock = clock;
        this.from = from;
    }

    private enum Became {
        SENT,
        REFUSED,
        /// The server had begun to take it when the connection broke.
        UNCLEAR,
        /// The server cannot be reached.
        OUTAGE
    }

    /// @return how many were sent; it stops where the server cannot be reached
    int sendAll() {
        int sent = 0;
        for (Optional<Mail> mail = table.take(clock.instant()); mail.isPresent(); mail = table.take(clock.instant())) {
            Became became = send(mail.get());
            if (became == Became.OUTAGE) {
                return sent;
            }
            sent += became == Became.SENT ? 1 : 0;
        }
        return sent;
    }

    private Became send(Mail mail) {
        try {
            sender.send(message(mail));
            return note(mail, Became.SENT, "");
        } catch (MailSendException failed) {
            Exception[] faults = failed.getMessageExceptions();
            return note(mail, became(failed), words(faults == null || faults.length == 0 ? failed : faults[0]));
        } catch (MailException failed) { // the name and password of the server, for instance
            return note(mail, Became.OUTAGE, words(failed));
        } catch (MessagingException failed) { // no address
            return note(mail, Became.REFUSED, words(failed));
        }
    }

    /// What failed only after the server had taken it, such as saying good-bye, leaves no message behind as failed.
    private static Became became(MailSendException failed) {
        Exception[] faults = failed.getMessageExceptions();
        if (faults == null || faults.length == 0) {
            return failed.getFailedMessages().isEmpty() ? Became.SENT : Became.OUTAGE;
        }
        if (failed.getCause() == faults[0]) {
            return Became.OUTAGE;
        }
        boolean silent = faults[0] instanceof SMTPSendFailedException answer && answer.getReturnCode() <= 0;
        return faults[0] instanceof SendFailedException && !silent ? Became.REFUSED : Became.UNCLEAR;
    }

    private Became note(Mail mail, Became became, String fault) {
        switch (became) {
            case SENT -> table.sent(mail.id(), clock.instant());
            case REFUSED, OUTAGE -> {
                Optional<Duration> wait = waitAfter(mail.tries());
                if (mail.tries() == 1 || wait.isEmpty()) {
                    LOG.warn("The e-mail ({}) was not sent, attempt {}: {}", mail.id(), mail.tries(), fault);
                }
                table.failed(mail.id(), fault, wait.map(clock.instant()::plus).orElse(null), clock.instant());
            }
            case UNCLEAR -> {
                LOG.warn("Whether the e-mail ({}) was sent is unclear: {}", mail.id(), fault);
                table.unclear(mail.id(), fault);
            }
        }
        return became;
    }

    /// @return empty after a day of waits
    static Optional<Duration> waitAfter(int tries) {
        Duration waited = Duration.ZERO;
        Duration wait = FIRST_WAIT;
        for (int done = 1; done < tries; done++) {
            waited = waited.plus(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        return waited.compareTo(PATIENCE) < 0 ? Optional.of(wait) : Optional.empty();
    }

    private static String words(Exception failed) {
        String said = failed.getMessage();
        return said == null ? failed.getClass().getSimpleName() : said;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage made = sender.createMimeMessage();
        made.setHeader("Message-ID", "<notice-" + mail.id() + "@rongyi>"); // the sender keeps it
        made.setFrom(new InternetAddress(from));
        made.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        made.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        made.setText(mail.body(), StandardCharsets.UTF_8.name());
        return made;
    }
}
