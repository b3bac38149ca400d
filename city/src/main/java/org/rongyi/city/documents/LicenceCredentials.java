package org.rongyi.city.documents;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rongyi.seals.About;
import org.rongyi.seals.Credential;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Licences as credentials for wallets, each claim by the name of its element. Signed anew for each who
/// asks. Leaving out claims hides what they say, not whose licence it is: its number stands in every one,
/// since verifiers look up whether it was revoked. So two who compare what they were shown know that it
/// was one licence.
@Component
class LicenceCredentials {
    private final LicenceTable licences;
    private final LicenceTypes types;
    private final CityAuthority authority;
    private final Clock clock;
    private final String address;

    LicenceCredentials(
            LicenceTable licences,
            LicenceTypes types,
            CityAuthority authority,
            Clock clock,
            @Value("${rongyi.documents.address}") String address) {
        this.licences = licences;
        this.types = types;
        this.authority = authority;
        this.clock = clock;
        this.address = address;
    }

    /// Empty where the city no longer knows who issues such a licence.
    Optional<byte[]> of(Licence licence) {
        return types.find(licence.type()).map(type -> {
            Map<String, String> claims = new LinkedHashMap<>();
            claims.put("creditCode", licence.firm().value());
            claims.put("licenceNumber", licence.number());
            claims.putAll(licences.said(licence.document()));
            About about = new About(
                    licence.document(),
                    type.name().zh(),
                    CityAuthority.marked(type.office().name()),
                    licence.issuedAt(),
                    licence.validUntil());
            return Credential.issue(
                    about,
                    address,
                    "urn:rongyi:licence:" + type.id(),
                    claims,
                    authority.issuerKey(type.office()),
                    clock.instant());
        });
    }
}
