package org.rongyi.city.applications;

import java.time.Instant;
import java.util.Set;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Says a turn as an e-mail: what happened to which item, and where to look. No personal data and no papers: a mailbox
/// is a postcard.
@Component
class MailWriting {
    /// What the applicant did needs no e-mail to the applicant.
    private static final Set<String> OWN = Set.of("correct", "withdraw");

    private final MailTable table;
    private final Assistance assistance;
    private final CaseFiles files;
    private final Catalogue catalogue;
    private final CityWords city;
    private final String links;

    MailWriting(
            MailTable table,
            Assistance assistance,
            CaseFiles files,
            Catalogue catalogue,
            CityWords city,
            @Value("${rongyi.mail.links:}") String links) {
        this.table = table;
        this.assistance = assistance;
        this.files = files;
        this.catalogue = catalogue;
        this.city = city;
        this.links = links;
    }

    void write(long notice, Application application, PartTable.Row part, String event, Instant now) {
        if (OWN.contains(event) || !assistance.mayStillSee(application)) {
            return;
        }
        Words item = catalogue.item(part.item()).map(ServiceItem::name).orElse(Words.same(part.item()));
        Long caseId = part.caseId();
        Words what = caseId == null
                ? Words.same(event)
                : files.find(caseId)
                        .flatMap(file -> file.kind().event(event))
                        .map(CaseKind.Event::name)
                        .orElse(Words.same(event));
        String number = application.number(city.zone());
        String subject = city.brand().zh() + "：" + item.zh() + "，" + what.zh() + "（" + number + "）";
        String body = application.journey().name().zh() + "，编号 " + number + "\n" + item.zh() + "：" + what.zh() + "\n\n"
                + application.journey().name().en() + ", number " + number + "\n" + item.en() + ": " + what.en() + "\n"
                + (links.isBlank() ? "" : "\n" + links + "/applications/" + application.id() + "\n");
        table.write(notice, application.account(), subject, body, now);
    }
}
