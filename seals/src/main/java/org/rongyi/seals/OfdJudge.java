package org.rongyi.seals;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rongyi.seals.Verdict.SealUse;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ofd.OfdParts;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Xml;
import org.rongyi.seals.ses.BadSeal;
import org.rongyi.seals.ses.SealSignatureDer;
import org.w3c.dom.Element;

/// Judges one OFD document.
final class OfdJudge {
    /// Half a millimetre on each side: who writes a box may round.
    private static final double TOLERATED_MILLIMETRES = 1;
    private static final int MOST_SIGNATURES = 20;

    private final Container file;
    private final Verifier verifier;
    private final Findings findings = new Findings();
    private final List<SealUse> uses = new ArrayList<>();
    private final Map<String, byte[]> digests = new HashMap<>();

    OfdJudge(Container file, Verifier verifier) {
        this.file = file;
        this.verifier = verifier;
    }

    Verdict judge() throws Unreadable {
        OfdParts parts = OfdParts.of(file);
        Optional<String> signatures = parts.signatures();
        List<Element> all =
                signatures.isPresent() && file.find(signatures.get()).isPresent()
                        ? Xml.children(Xml.read(file, signatures.get()), "Signature")
                        : List.of();
        if (all.size() > MOST_SIGNATURES) {
            throw new Unreadable(Unreadable.Why.TOO_MANY_SIGNATURES, all.size() + " signatures");
        }
        findings.expect(Check.SIGNED, !all.isEmpty(), "");
        verifier.judgeValidity(findings, parts.data(OfdFile.VALID_UNTIL));
        if (signatures.isPresent() && !all.isEmpty()) {
            Set<String> sealParts = OfdParts.sealParts(file, signatures.get());
            Set<String> places = new HashSet<>();
            for (Element each : all) {
                String place = Container.resolve(signatures.get(), each.getAttribute("BaseLoc"));
                if (!places.add(place)) {
                    throw new Unreadable(Unreadable.Why.BROKEN_XML, "one signature is listed twice");
                }
                judge(place, parts.id(), sealParts);
            }
        }
        return new Verdict.Judged(parts.id(), findings.all(), uses);
    }

    private void judge(String place, String documentId, Set<String> sealParts) throws Unreadable {
        Element signature = Xml.read(file, place);
        Element info = Xml.need(signature, "SignedInfo");
        judgeParts(Xml.need(info, "References"), sealParts);
        byte[] value = file.part(
                Container.resolve(place, Xml.need(signature, "SignedValue").getTextContent()));
        SealSignatureDer read;
        try {
            read = SealSignatureDer.read(value);
        } catch (BadSeal bad) {
            findings.fails(Check.SIGNATURE_TRUE, String.valueOf(bad.getMessage()));
            return;
        }
        Optional<X509Certificate> signer = Crypto.certificate(read.signer());
        Optional<X509Certificate> maker = Crypto.certificate(read.seal().maker());
        if (signer.isEmpty() || maker.isEmpty()) {
            findings.fails(signer.isEmpty() ? Check.SIGNER_TRUSTED : Check.SEAL_GENUINE, "no certificate");
            return;
        }
        Seal seal = Seal.read(read.seal().der());
        uses.add(new SealUse(seal.id(), seal.name(), Certificates.name(signer.get()), read.at()));
        judgeSignature(place, read, signer.get());
        judgeSeal(place, info, read, maker.get());
        findings.expect(Check.SIGNER_ENTITLED, seal.admits(signer.get()), Certificates.name(signer.get()));
        judgeStamps(info, seal);
        Instant at = read.at();
        verifier.judgeTime(findings, at);
        verifier.judgeCertificate(findings, signer.get(), at);
        verifier.judgeCertificate(findings, maker.get(), at);
        verifier.judgeSeal(findings, maker.get(), seal, at);
        verifier.judgeDocument(findings, signer.get(), documentId, at);
    }

    /// Every part that is not a seal's own must stand under this seal, and be as it was.
    private void judgeParts(Element references, Set<String> sealParts) throws Unreadable {
        findings.expect(
                Check.UNCHANGED, Digests.isSm3(references.getAttribute("CheckMethod")), "digests are not of SM3");
        Set<String> covered = new HashSet<>();
        for (Element each : Xml.children(references, "Reference")) {
            String part = Container.resolve("/", each.getAttribute("FileRef"));
            if (!covered.add(part)) {
                throw new Unreadable(Unreadable.Why.REPEATED, part);
            }
            String digest = Xml.need(each, "CheckValue").getTextContent();
            findings.expect(
                    Check.UNCHANGED, file.find(part).isPresent() && Arrays.equals(decode(digest), digest(part)), part);
        }
        for (String part : file.paths()) {
            findings.expect(Check.COMPLETE, covered.contains(part) || sealParts.contains(part), part);
        }
    }

    /// Each part once, however many seals cover it.
    private byte[] digest(String part) throws Unreadable {
        byte[] known = digests.get(part);
        if (known == null) {
            known = Digests.sm3(file.part(part));
            digests.put(part, known);
        }
        return known;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException wrong) {
            return new byte[0];
        }
    }

    private void judgeSignature(String place, SealSignatureDer read, X509Certificate signer) throws Unreadable {
        boolean own = read.property().equals(place) && Arrays.equals(read.digest(), digest(place));
        findings.expect(Check.UNCHANGED, own, place);
        findings.expect(
                Check.SIGNATURE_TRUE,
                Certificates.suite(signer) == Suite.SM2
                        && Crypto.isSignedBy(signer.getPublicKey(), Suite.SM2, read.signed(), read.signature()),
                place);
        findings.expect(Check.SIGNER_TRUSTED, verifier.isTrusted(signer, Role.SIGNER), Certificates.name(signer));
    }

    private void judgeSeal(String place, Element info, SealSignatureDer read, X509Certificate maker) throws Unreadable {
        Optional<Element> shown = Xml.child(info, "Seal");
        if (shown.isPresent()) {
            String at =
                    Container.resolve(place, Xml.need(shown.get(), "BaseLoc").getTextContent());
            findings.expect(
                    Check.SEAL_GENUINE, Arrays.equals(file.part(at), read.seal().der()), at);
        }
        boolean made = verifier.isGenuine(Seal.read(read.seal().der()), maker);
        findings.expect(Check.SEAL_GENUINE, made, Certificates.name(maker));
    }

    private void judgeStamps(Element info, Seal seal) {
        for (Element stamp : Xml.children(info, "StampAnnot")) {
            findings.expect(
                    Check.STAMP_TRUE,
                    isNoLarger(stamp.getAttribute("Boundary"), seal.picture()),
                    stamp.getAttribute("Boundary"));
        }
    }

    private static boolean isNoLarger(String box, SealPicture picture) {
        String[] numbers = box.strip().split("\\s+");
        try {
            return numbers.length == 4
                    && Double.parseDouble(numbers[2]) > 0
                    && Double.parseDouble(numbers[3]) > 0
                    && Double.parseDouble(numbers[2]) <= picture.widthMillimetres() + TOLERATED_MILLIMETRES
                    && Double.parseDouble(numbers[3]) <= picture.heightMillimetres() + TOLERATED_MILLIMETRES;
        } catch (NumberFormatException wrong) {
            return false;
        }
    }
}
