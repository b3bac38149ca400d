package org.rongyi.city.documents;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.documents.Licences.Way;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.CityWords;
import org.rongyi.seals.Authority;
import org.rongyi.seals.Trust;
import org.rongyi.seals.Verdict;
import org.rongyi.seals.Verifier;
import org.springframework.stereotype.Component;

@Component
class CityVerification implements Verification {
    private final CityAuthority authority;
    private final LicenceTable licences;
    private final CityWords city;
    private final Clock clock;

    CityVerification(CityAuthority authority, LicenceTable licences, CityWords city, Clock clock) {
        this.authority = authority;
        this.licences = licences;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Answer judge(byte[] file, Optional<Acting> reader) {
        Verdict verdict = new Verifier(trust(), clock).verify(file);
        Optional<Licence> licence =
                verdict instanceof Verdict.Judged judged ? licences.find(judged.documentId()) : Optional.empty();
        licence.ifPresent(found -> {
            boolean valid = verdict instanceof Verdict.Judged judged && judged.valid();
            look(found, Way.FILE, reader, valid ? standing(found) : "FORGED");
        });
        return new Answer(verdict, licence);
    }

    private Trust trust() {
        Optional<byte[]> root = root();
        Optional<byte[]> list = revoked();
        return root.isPresent() && list.isPresent()
                ? Trust.of(root.get(), list.get())
                : new Trust(List.of(), List.of());
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
        return authority.find().map(CityVerification::root);
    }

    private static byte[] root(Authority authority) {
        try {
            return authority.root().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("the root has no encoding", impossible);
        }
    }

    @Override
    public Optional<byte[]> revoked() {
        return authority.find().map(found -> authority.statusList(found, licences.revoked()));
    }
}
