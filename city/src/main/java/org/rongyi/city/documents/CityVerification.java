package org.rongyi.city.documents;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    private final SealTable seals;
    private final CityWords city;
    private final Clock clock;

    CityVerification(CityTrust trust, LicenceTable licences, SealTable seals, CityWords city, Clock clock) {
        this.trust = trust;
        this.licences = licences;
        this.seals = seals;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Answer judge(byte[] file, Optional<Acting> reader) {
        Trust believed = trust.now().map(CityTrust.Kept::trust).orElseGet(() -> new Trust(List.of(), List.of()));
        Verdict verdict = new Verifier(believed, clock).verify(file);
        if (!(verdict instanceof Verdict.Judged judged)) {
            return new Answer(verdict, Optional.empty(), false);
        }
        Optional<Licence> named = licences.find(judged.documentId());
        boolean official = isOfficial(judged);
        named.ifPresent(found -> {
            boolean genuine = official && COUNTS.containsAll(judged.failed());
            look(found, Way.FILE, reader, genuine ? standing(found) : "FORGED");
        });
        return new Answer(verdict, named.filter(_ -> official), official);
    }

    /// A firm may seal what it likes, also under the number of a licence: that makes it no licence. A
    /// credential bears no seal, but none is valid that no office has issued.
    private boolean isOfficial(Verdict.Judged judged) {
        return judged.uses().stream().allMatch(use -> use.sealId().isEmpty())
                || seals.ofOffices(
                        judged.uses().stream().map(Verdict.SealUse::sealId).toList());
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
    public Map<String, byte[]> trust() {
        return trust.now().map(CityTrust.Kept::files).orElse(Map.of());
    }
}
