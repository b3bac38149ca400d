package org.rongyi.seals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.rongyi.seals.Verdict.SealUse;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// Judges one credential: what its issuer has signed, and that each claim shown is one of those.
final class CredentialJudge {
    /// As every one begins: an object that names its algorithm.
    static final String MAGIC = "eyJ";
    private static final int LARGEST = 1 << 20;
    private static final int MOST_CLAIMS = 200;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+~(?:[A-Za-z0-9_-]+~)*+");

    private final Verifier verifier;
    private final Findings findings = new Findings();

    CredentialJudge(Verifier verifier) {
        this.verifier = verifier;
    }

    Verdict judge(byte[] file) throws Unreadable {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (file.length > LARGEST) {
            throw new Unreadable(Why.TOO_LARGE, file.length + " bytes");
        }
        if (!FORM.matcher(text).matches()) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "no SD-JWT without a key of its holder");
        }
        String[] pieces = text.split("~", -1);
        if (pieces.length - 2 > MOST_CLAIMS) {
            throw new Unreadable(Why.TOO_LARGE, pieces.length - 2 + " claims");
        }
        String[] token = pieces[0].split("\\.");
        Map<?, ?> header = object(token[0]);
        Map<?, ?> payload = object(token[1]);
        Optional<X509Certificate> signer = signer(header);
        BigDecimal issued = payload.get(Credential.ISSUED) instanceof BigDecimal number ? number : null;
        if (signer.isEmpty() || issued == null) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "no certificate, or no time");
        }
        Instant at = instant(issued);
        findings.holds(Check.SIGNED);
        boolean signed = Credential.ALGORITHM.equals(header.get("alg"))
                && Credential.TYPE.equals(header.get("typ"))
                && !header.containsKey("crit")
                && isSigned(token, signer.get());
        boolean trusted = verifier.isTrusted(signer.get(), Role.ISSUER);
        findings.expect(Check.SIGNATURE_TRUE, signed, Certificates.name(signer.get()));
        findings.expect(Check.SIGNER_TRUSTED, trusted, Certificates.name(signer.get()));
        if (signed && trusted) {
            judgeClaims(pieces, payload);
        }
        String document = Json.text(payload, Credential.ID).orElse("");
        verifier.judgeTime(findings, at);
        verifier.judgeCertificate(findings, signer.get(), at);
        verifier.judgeDocument(findings, signer.get(), document, at);
        verifier.judgeValidity(findings, Json.text(payload, OfdFile.VALID_UNTIL));
        return new Verdict.Judged(
                document, findings.all(), List.of(new SealUse("", "", Certificates.name(signer.get()), at)));
    }

    /// Only of who is believed: anybody else could name any number of digests.
    private void judgeClaims(String[] pieces, Map<?, ?> payload) throws Unreadable {
        boolean known = Credential.SHA_256.equals(payload.get(Credential.DIGEST_ALGORITHM));
        Set<?> digests =
                known && payload.get(Credential.DIGESTS) instanceof List<?> list ? new HashSet<>(list) : Set.of();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < pieces.length - 1; i++) {
            judgeClaim(pieces[i], payload, digests, seen);
        }
        findings.holds(Check.COMPLETE);
    }

    /// Its digest must be signed, and its name be nobody else's.
    private void judgeClaim(String disclosure, Map<?, ?> payload, Set<?> digests, Set<String> seen) throws Unreadable {
        Object read = json(disclosure);
        boolean form = read instanceof List<?> parts
                && parts.size() == 3
                && parts.stream().allMatch(String.class::isInstance);
        String name = form ? String.valueOf(((List<?>) read).get(1)) : "";
        boolean signed = digests.contains(Credential.digest(disclosure));
        findings.expect(Check.COMPLETE, form && signed && !payload.containsKey(name) && seen.add(name), name);
    }

    private static Optional<X509Certificate> signer(Map<?, ?> header) {
        if (!(header.get(Credential.CHAIN) instanceof List<?> chain)
                || chain.size() != 1
                || !(chain.getFirst() instanceof String certificate)) {
            return Optional.empty();
        }
        try {
            return Crypto.certificate(Base64.getDecoder().decode(certificate));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String[] token, X509Certificate signer) throws Unreadable {
        try {
            BigInteger[] numbers = PlainDSAEncoding.INSTANCE.decode(Credential.ORDER, decode(token[2]));
            byte[] der = StandardDSAEncoding.INSTANCE.encode(Credential.ORDER, numbers[0], numbers[1]);
            byte[] data = (token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII);
            return Certificates.suite(signer) == Suite.P256
                    && Crypto.isSignedBy(signer.getPublicKey(), Suite.P256, data, der);
        } catch (IOException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static Instant instant(BigDecimal seconds) throws Unreadable {
        try {
            return Instant.ofEpochSecond(seconds.longValueExact());
        } catch (ArithmeticException | DateTimeException wrong) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "a time that is none");
        }
    }

    private static Map<?, ?> object(String base64) throws Unreadable {
        if (json(base64) instanceof Map<?, ?> object) {
            return object;
        }
        throw new Unreadable(Why.BROKEN_CONTAINER, "no object");
    }

    private static Object json(String base64) throws Unreadable {
        try {
            return Json.read(new String(decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            throw new Unreadable(Why.BROKEN_CONTAINER, String.valueOf(broken.getMessage()));
        }
    }

    /// The bits behind the last byte must be zero, or the same bytes could be written in two ways.
    private static byte[] decode(String base64) throws Unreadable {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "no base64");
        }
        throw new Unreadable(Why.BROKEN_CONTAINER, "no base64");
    }
}
