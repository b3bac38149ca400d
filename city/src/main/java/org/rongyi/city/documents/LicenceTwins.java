package org.rongyi.city.documents;

import java.time.Clock;
import java.util.Optional;
import org.rongyi.seals.PdfFile;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Typeface;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Licences in PDF. One is made when its firm first asks for it, and kept: a grant does not wait for a file
/// that most never ask for, and whoever asks twice has the same bytes. It is made from the original, so it
/// shows the same page, and says as its time when it was made.
@Component
class LicenceTwins {
    private final LicenceTable licences;
    private final LicenceTypes types;
    private final CityAuthority authority;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LicenceTwins(
            LicenceTable licences,
            LicenceTypes types,
            CityAuthority authority,
            Clock clock,
            ApplicationEventPublisher events) {
        this.licences = licences;
        this.types = types;
        this.authority = authority;
        this.clock = clock;
        this.events = events;
    }

    /// Empty where the city no longer knows who issues such a licence. Of two that ask at once, one makes it.
    Optional<byte[]> of(Licence licence) {
        return licences.twin(licence.document())
                .or(() -> licences.lock(licence.document()).flatMap(_ -> licences.twin(licence.document())))
                .or(() -> types.find(licence.type()).map(type -> make(licence, type.office())));
    }

    private byte[] make(Licence licence, LicenceTypes.Office office) {
        byte[] pdf = PdfFile.twin(
                licences.file(licence.document()),
                Typeface.shipped(),
                authority.officeSeal(office),
                authority.officeKey(office, Suite.P256),
                clock.instant());
        licences.keepTwin(licence.document(), pdf);
        events.publishEvent(new TrustFolder.Changed());
        return pdf;
    }
}
