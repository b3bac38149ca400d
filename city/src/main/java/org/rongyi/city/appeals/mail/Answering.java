package org.rongyi.city.appeals.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/// Sends receipts. What the server could not be reached for waits and is tried again for a day; what it refused, or
/// fell silent over, is not sent a second time.
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int MOST_TRIES = 12;
    private static final Duration LONGEST_WAIT = Duration.ofHours(3);

    private final LetterTable letters;
    private final JavaMailSender sender;
    private final String from;
    private final Clock clock;

    Answering(LetterTable letters, JavaMailSender sender, String from, Clock clock) {
        this.letters = letters;
        this.sender = sender;
        this.from = from;
        this.clock = clock;
    }

    /// @return how many were sent; it stops where the server cannot be reached
    int sendAll() {
        int sent = 0;
        for (Optional<LetterTable.Answer> each = letters.takeDue(clock.instant());
                each.isPresent();
                each = letters.takeDue(clock.instant())) {
            LetterTable.Answer answer = each.get();
            try {
                sender.send(message(answer));
                letters.sent(answer.id(), clock.instant());
                sent++;
            } catch (MailException | MessagingException failed) {
                boolean unreached = unreached(failed);
                LOG.warn("The receipt ({}) was not sent, attempt {}: {}", answer.id(), answer.tries(), why(failed));
                letters.failed(answer.id(), why(failed), unreached ? wait(answer.tries()) : null, clock.instant());
                if (unreached) {
                    return sent;
                }
            }
        }
        return sent;
    }

    /// Nothing of it can have gone out: no connection, no session.
    private static boolean unreached(Exception failed) {
        if (failed instanceof MailSendException sending) {
            Exception[] faults = sending.getMessageExceptions();
            boolean connecting = faults == null || faults.length == 0 || sending.getCause() == faults[0];
            return connecting && !(sending.getCause() instanceof SendFailedException);
        }
        return failed instanceof MailException;
    }

    static @Nullable Duration wait(int tries) {
        if (tries >= MOST_TRIES) {
            return null;
        }
        Duration wait = Duration.ofMinutes(1L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String why(Exception failed) {
        return String.valueOf(failed.getMessage());
    }

    private MimeMessage message(LetterTable.Answer answer) throws MessagingException {
        MimeMessage made = sender.createMimeMessage();
        made.setHeader("Message-ID", answer.messageId()); // the sender keeps it
        made.setHeader("In-Reply-To", answer.inReplyTo());
        made.setHeader("References", answer.inReplyTo());
        made.setHeader("Auto-Submitted", "auto-replied"); // no machine answers it
        made.setFrom(new InternetAddress(from));
        made.setRecipient(Message.RecipientType.TO, new InternetAddress(answer.address(), true));
        made.setSubject(answer.subject(), StandardCharsets.UTF_8.name());
        made.setText(answer.body(), StandardCharsets.UTF_8.name());
        return made;
    }
}
