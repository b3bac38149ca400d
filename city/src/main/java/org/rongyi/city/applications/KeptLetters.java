package org.rongyi.city.applications;

import java.time.Clock;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class KeptLetters implements Letters {
    private final MailTable table;
    private final CityWords city;
    private final Clock clock;
    private final String links;

    KeptLetters(MailTable table, CityWords city, Clock clock, @Value("${rongyi.mail.links:}") String links) {
        this.table = table;
        this.city = city;
        this.clock = clock;
        this.links = links;
    }

    @Override
    public void write(String name, String account, Words subject, Words body, String path) {
        String text = body.zh() + "\n\n" + body.en() + "\n" + (links.isBlank() ? "" : "\n" + links + path + "\n");
        table.writeLetter(name, account, city.brand().zh() + "：" + subject.zh(), text, clock.instant());
    }
}
