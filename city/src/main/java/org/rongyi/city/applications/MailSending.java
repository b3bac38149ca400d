package org.rongyi.city.applications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what waits, one e-mail a transaction. A process that dies between sending and noting it sends the same e-mail
/// again, under the same number (Message-ID), so that a mailbox shows it once.
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);

    private final MailTable table;
    private final JavaMailSender sender;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String from;

    MailSending(MailTable table, JavaMailSender sender, TransactionTemplate transaction, Clock clock, String from) {
        this.table = table;
        this.sender = sender;
        this.transaction = transaction;
        this.clock = clock;
        this.from = from;
    }

    /// @return how many were sent; it stops at the first that the server does not take
    int sendAll() {
        int sent = 0;
        while (Boolean.TRUE.equals(transaction.execute(_ -> sendOne()))) {
            sent++;
        }
        return sent;
    }

    private boolean sendOne() {
        for (MailTable.Mail mail : table.take(1)) {
            try {
                sender.send(message(mail));
                table.sent(mail.id(), clock.instant());
                return true;
            } catch (MailException | MessagingException failed) {
                LOG.warn("An e-mail ({}) was not taken by the server; it waits.", mail.id(), failed);
                table.failed(mail.id());
                return false;
            }
        }
        return false;
    }

    private MimeMessage message(MailTable.Mail mail) throws MessagingException {
        MimeMessage made = sender.createMimeMessage();
        made.setHeader("Message-ID", "<notice-" + mail.id() + "@rongyi>"); // the sender keeps it
        made.setFrom(new InternetAddress(from));
        made.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        made.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        made.setText(mail.body(), StandardCharsets.UTF_8.name());
        return made;
    }
}
