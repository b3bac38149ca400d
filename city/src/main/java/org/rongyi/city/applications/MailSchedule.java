package org.rongyi.city.applications;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Only where the settings name a mail server.
@Component
@ConditionalOnExpression("'${spring.mail.host:}' != ''")
class MailSchedule {
    private final MailSending sending;

    MailSchedule(MailTable table, JavaMailSender sender, Clock clock, @Value("${rongyi.mail.from}") String from) {
        this.sending = new MailSending(table, sender, clock, from);
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    void send() {
        sending.sendAll();
    }
}
