package org.rongyi.city.documents;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.ui.CityWords;
import org.rongyi.seals.Authority;
import org.rongyi.seals.Period;
import org.rongyi.seals.Revoked;
import org.rongyi.seals.Role;
import org.rongyi.seals.Seal;
import org.rongyi.seals.SealPicture;
import org.rongyi.seals.SigningKey;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Typeface;
import org.springframework.stereotype.Component;

/// The city's own root, its maker of seals, and the keys of offices and firms; made when they are first
/// needed. All of it is a demonstration and says so, until the certificates come from a licensed authority.
@Component
class CityAuthority {
    static final String DEMO = "（演示）";
    private static final String MAKER = "maker";
    private static final Duration ROOT = Duration.ofDays(7300);
    private static final Duration KEY = Duration.ofDays(3650);
    private static final Duration LIST = Duration.ofDays(7);
    /// Clocks of verifiers differ.
    private static final Duration BEFORE = Duration.ofHours(1);
    /// The clock may have been wrong, too far ahead, when the city was founded: that must not void what it
    /// seals.
    private static final Duration LONG_BEFORE = Duration.ofDays(366);

    private final KeyTable keys;
    private final SealTable seals;
    private final RotationTable rotations;
    private final CityWords city;
    private final Clock clock;

    CityAuthority(KeyTable keys, SealTable seals, RotationTable rotations, CityWords city, Clock clock) {
        this.keys = keys;
        this.seals = seals;
        this.rotations = rotations;
        this.city = city;
        this.clock = clock;
    }

    /// The root of seals, and the one of PDF files, whose readers do not know SM2.
    Optional<Authority> find(Suite suite) {
        return Authority.find(keys, suite);
    }

    private Authority open(Suite suite) {
        String of = suite == Suite.SM2 ? "电子印章根证书" : " PDF 签名根证书";
        return Authority.open(keys, suite, city.name().zh() + of + DEMO, from(LONG_BEFORE, ROOT));
    }

    private Period from(Duration before, Duration duration) {
        Instant now = clock.instant();
        return new Period(now.minus(before), now.plus(duration));
    }

    static String marked(String name) {
        return name.contains("演示") ? name : name + DEMO;
    }

    SigningKey officeKey(LicenceTypes.Office office, Suite suite) {
        return open(suite).key(keyName("office", office), marked(office.name()), Role.SIGNER, from(LONG_BEFORE, KEY));
    }

    private String keyName(String kind, LicenceTypes.Office office) {
        int givenUp = rotations.givenUp(office.code());
        return kind + "/" + office.code() + (givenUp == 0 ? "" : "/" + givenUp);
    }

    /// Of the keys that the office has now; empty before its first licence.
    List<String> serials(LicenceTypes.Office office) {
        List<String> serials = new ArrayList<>();
        for (Suite suite : Suite.values()) {
            for (String kind : List.of("office", "issuer")) {
                find(suite)
                        .flatMap(root -> root.find(keyName(kind, office)))
                        .ifPresent(key -> serials.add(Revoked.idOf(key.certificate())));
            }
        }
        return serials;
    }

    /// With which an office issues credentials for wallets, which know no SM2.
    SigningKey issuerKey(LicenceTypes.Office office) {
        return open(Suite.P256)
                .key(keyName("issuer", office), marked(office.name()), Role.ISSUER, from(LONG_BEFORE, KEY));
    }

    /// @param given how many seals the firm has given up: with new seals, which may bear another name, it
    ///     has a new key
    SigningKey firmKey(String code, String name, int given, Suite suite) {
        String key = "firm/" + code + (given == 0 ? "" : "/" + given);
        return open(suite).key(key, marked(name), Role.SIGNER, from(BEFORE, KEY));
    }

    /// The seal of an office that issues, made at its first licence, and anew when its keys are other ones
    /// than then.
    Seal officeSeal(LicenceTypes.Office office) {
        List<SigningKey> signers = List.of(officeKey(office, Suite.SM2), officeKey(office, Suite.P256));
        Optional<Seal> kept = seals.ofOffice(office.code());
        if (kept.isPresent() && signers.stream().allMatch(each -> kept.get().admits(each.certificate()))) {
            return kept.get();
        }
        kept.ifPresent(old -> seals.endOffice(old.id()));
        String number = seals.nextNumber();
        String name = marked(office.name());
        SealPicture picture = SealPicture.round(Typeface.shipped(), name, "", number, 42);
        return seals.keepOffice(
                office.code(), make(number, name, Seal.Owner.ORGANISATION, picture, signers, LONG_BEFORE));
    }

    Seal firmSeal(String number, String name, Seal.Owner owner, SealPicture picture, List<SigningKey> signers) {
        return make(number, name, owner, picture, signers, BEFORE);
    }

    private Seal make(
            String number,
            String name,
            Seal.Owner owner,
            SealPicture picture,
            List<SigningKey> signers,
            Duration before) {
        SigningKey maker =
                open(Suite.SM2).key(MAKER, city.name().zh() + "制章中心" + DEMO, Role.SEAL_MAKER, from(LONG_BEFORE, KEY));
        List<X509Certificate> admitted =
                signers.stream().map(SigningKey::certificate).toList();
        return Seal.make(
                new Seal.Design(number, name, owner, picture, admitted, from(before, KEY)), maker, clock.instant());
    }

    byte[] statusList(Authority authority, List<Revoked> revoked) {
        return authority.statusList(revoked, from(BEFORE, LIST));
    }
}
