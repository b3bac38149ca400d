package org.rongyi.city.documents;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.documents.Licences.Way;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CityWords;
import org.rongyi.seals.Check;
import org.rongyi.seals.Trust;
import org.rongyi.seals.Verdict;
import org.rongyi.seals.Verifier;
import org.springframework.stereotype.Component;

@Component
class CityVerification implements Verification {
    /// What fails where the file is genuine and does not count today.
    private static final Set<Check> COUNTS = EnumSet.of(Check.DOCUMENT_NOT_REVOKED, Check.DOCUMENT_IN_TIME);

    private final CityTrust trust;
    private final LicenceTable licences;
    private final CityWords city;
    private final Clock clock;

    CityVerification(CityTrust trust, LicenceTable licences, CityWords city, Clock clock) {
        this.trust = trust;
        this.licences = licences;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Answer judge(byte[] file, Optional<Acting> reader) {
        Trust believed = trust.now().map(CityTrust.Kept::trust).orElseGet(() -> new Trust(List.of(), List.of()));
        Verdict verdict = new Verifier(believed, clock).verify(file);
        Optional<Licence> licence =
                verdict instanceof Verdict.Judged judged ? licences.find(judged.documentId()) : Optional.empty();
        licence.ifPresent(found -> {
            boolean genuine = verdict instanceof Verdict.Judged judged && COUNTS.containsAll(judged.failed());
            look(found, Way.FILE, reader, genuine ? standing(found) : "FORGED");
        });
        return new Answer(verdict, licence);
    }

    @Override
    public Optional<Licence> lookUp(String document, Optional<Acting> reader) {
        Optional<Licence> licence = licences.find(document);
        licence.ifPresent(found -> look(found, Way.CODE, reader, standing(found)));
        return licence;
    }

    private void look(Licence licence, Way way, Optional<Acting> reader, String answer) {
        licences.look(licence.document(), way, reader.map(Acting::account).orElse(null), answer);
    }

    private String standing(Licence licence) {
        return licence.on(city.today(clock)).name();
    }

    @Override
    public Optional<byte[]> root() {
        return trust.now().map(CityTrust.Kept::root);
    }

    @Override
    public Optional<byte[]> revoked() {
        return trust.now().map(CityTrust.Kept::list);
    }
}
