package org.rongyi.seals;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/// A document as a credential for wallets: SD-JWT (RFC 9901) in the form of SD-JWT VC. Each of its claims
/// can be shown or left out; the holder needs no key. It is signed with ES256, since wallets do not know
/// SM2.
public final class Credential {
    static final String ALGORITHM = "ES256";
    static final String TYPE = "dc+sd-jwt";
    static final String DIGESTS = "_sd";
    static final String DIGEST_ALGORITHM = "_sd_alg";
    static final String SHA_256 = "sha-256";
    static final String ID = "jti";
    static final String ISSUED = "iat";
    static final String CHAIN = "x5c";
    static final BigInteger ORDER = SECNamedCurves.getByName(Suite.P256.curve()).getN();

    private static final int SALT_BYTES = 16;

    private Credential() {}

    /// @param issuer where it is issued, as an address
    /// @param type   of credential, as an address or name of its own
    /// @param claims by name; the order does not show in what is signed
    /// @param key    of an issuer of credentials
    /// @throws IllegalArgumentException when the key is none of an issuer
    public static byte[] issue(
            About about, String issuer, String type, Map<String, String> claims, SigningKey key, Instant at) {
        if (Certificates.suite(key.certificate()) != Suite.P256 || !Certificates.has(key.certificate(), Role.ISSUER)) {
            throw new IllegalArgumentException(
                    "(" + Certificates.name(key.certificate()) + ") is no issuer of credentials");
        }
        List<String> shown = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        SecureRandom random = new SecureRandom();
        claims.forEach((name, value) -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            String disclosure = text(Json.write(List.of(base64(salt), name, value)));
            shown.add(disclosure);
            digests.add(digest(disclosure));
        });
        digests.sort(null);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iss", issuer);
        payload.put("vct", type);
        payload.put(ID, about.id());
        payload.put(ISSUED, at.getEpochSecond());
        if (about.validUntil() != null) {
            payload.put(OfdFile.VALID_UNTIL, about.validUntil().toString());
            payload.put(
                    "exp",
                    about.validUntil()
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.ofHours(8))
                            .toEpochSecond());
        }
        payload.put(DIGEST_ALGORITHM, SHA_256);
        payload.put(DIGESTS, digests);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", ALGORITHM);
        header.put("typ", TYPE);
        header.put(CHAIN, List.of(Base64.getEncoder().encodeToString(Seal.der(key.certificate()))));
        String signed = text(Json.write(header)) + "." + text(Json.write(payload));
        String value = base64(plain(key.sign(signed.getBytes(StandardCharsets.US_ASCII))));
        shown.addFirst(signed + "." + value);
        return (String.join("~", shown) + "~").getBytes(StandardCharsets.US_ASCII);
    }

    static String digest(String disclosure) {
        return base64(Digests.sha256(disclosure.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Two numbers of equal length (RFC 7518, 3.4), where certificates have them as DER.
    private static byte[] plain(byte[] der) {
        try {
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(ORDER, der);
            return PlainDSAEncoding.INSTANCE.encode(ORDER, numbers[0], numbers[1]);
        } catch (IOException impossible) {
            throw new IllegalStateException("a signature that is no DER", impossible);
        }
    }
}
