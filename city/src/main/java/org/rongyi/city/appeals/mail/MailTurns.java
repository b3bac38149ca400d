package org.rongyi.city.appeals.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.cases.CaseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads the mailbox and sends receipts, turn by turn, only where the settings name a mailbox. A turn has a thread of
/// its
/// own: a server that is silent holds up nothing else, and the next turn waits until it gave up.
@Component
@ConditionalOnExpression("'${rongyi.appeals.mail.host:}' != ''")
class MailTurns {
    private static final Logger LOG = LoggerFactory.getLogger(MailTurns.class);

    private final Mailbox mailbox;
    private final LetterTable letters;
    private final LetterWords words;
    private final Seats seats;
    private final ObjectProvider<JavaMailSender> sender;
    private final String address;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    MailTurns(
            LetterIntake intake,
            LetterTable letters,
            LetterWords words,
            Seats seats,
            ObjectProvider<JavaMailSender> sender,
            Clock clock,
            @Value("${rongyi.appeals.mail.protocol}") String protocol,
            @Value("${rongyi.appeals.mail.host}") String host,
            @Value("${rongyi.appeals.mail.port}") int port,
            @Value("${rongyi.appeals.mail.user}") String user,
            @Value("${rongyi.appeals.mail.password}") String password,
            @Value("${rongyi.appeals.mail.folder}") String folder,
            @Value("${rongyi.appeals.mail.address}") String address,
            @Value("${rongyi.appeals.mail.timeout}") Duration timeout) {
        this.mailbox = new Mailbox(
                new Mailbox.Settings(protocol, host, port, user, password, folder, address, (int) timeout.toMillis()),
                intake);
        this.letters = letters;
        this.words = words;
        this.seats = seats;
        this.sender = sender;
        this.address = address;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "${rongyi.appeals.mail.every}")
    void turn() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("appeal-mail")
                    .uncaughtExceptionHandler((_, failed) -> LOG.error("The mailbox of appeals was not read", failed))
                    .start(this::work);
        }
    }

    private void work() {
        try {
            try {
                mailbox.read();
            } catch (MessagingException unreached) {
                LOG.warn("The mailbox of appeals cannot be read now: {}", unreached.getMessage());
            } finally {
                answer();
            }
        } finally {
            busy.set(false);
        }
    }

    private void answer() {
        JavaMailSender out = sender.getIfAvailable();
        if (out != null) {
            new Answering(letters, out, address, clock).sendAll();
        }
    }

    /// Whoever wrote is told that there is an answer, in the transaction in which it is given.
    @EventListener
    void follow(CaseEvent.CaseMoved moved) {
        if (moved.about().kind().equals("appeal") && moved.to().equals("replied")) {
            seats.ofCase(moved.about().caseId())
                    .ifPresent(appeal -> letters.began(appeal.id())
                            .ifPresent(letter -> letters.answer(
                                    letter, words.repliedSubject(appeal), words.replied(appeal), clock.instant())));
        }
    }
}
