package org.rongyi.seals;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rongyi.seals.Verdict.SealUse;
import org.rongyi.seals.ofd.Unreadable;

/// Judges one PDF without reading its objects, which two readers may read in two ways: a signature must
/// cover every byte of the file but its own value, and everything that the verdict says stands in that
/// signature. So nothing that was put behind it, and nothing that only some readers find, is ever under a
/// seal. What may stand behind a signature is a further seal in a place that the first one keeps: it is
/// written once more and compared byte for byte.
final class PdfJudge {
    static final String NAME = "/ByteRange";

    private final byte[] file;
    private final Verifier verifier;
    private final Findings findings = new Findings();
    private final List<SealUse> uses = new ArrayList<>();
    private String document = "";
    private Optional<String> until = Optional.empty();

    PdfJudge(byte[] file, Verifier verifier) {
        this.file = file;
        this.verifier = verifier;
    }

    Verdict judge() throws Unreadable {
        List<PdfSigned.One> all = PdfSigned.of(file);
        findings.expect(Check.SIGNED, !all.isEmpty(), "");
        boolean follow = true;
        for (int i = all.size() - 1; i >= 0; i--) {
            long end = i + 1 < all.size() && follow ? all.get(i).end() : file.length;
            findings.expect(
                    Check.COMPLETE,
                    all.get(i).fromStart() && all.get(i).end() == end,
                    "bytes " + all.get(i).end() + "–" + file.length);
            follow &= i > 0 && PdfSigned.follows(file, all, i);
        }
        for (PdfSigned.One each : all) {
            judge(each);
        }
        verifier.judgeValidity(findings, until);
        return new Verdict.Judged(document, findings.all(), uses);
    }

    private void judge(PdfSigned.One one) {
        if (!one.whole()) {
            findings.fails(Check.UNCHANGED, one.why());
            return;
        }
        if (one.signature().isEmpty()) {
            findings.fails(Check.SIGNATURE_TRUE, one.why());
            return;
        }
        byte[] before = Arrays.copyOfRange(file, 0, one.from());
        byte[] behind = Arrays.copyOfRange(file, one.to(), (int) one.end());
        judge(one.signature().get(), Digests.sha256(before, behind));
    }

    private void judge(PdfSignature signature, byte[] digest) {
        X509Certificate signer = signature.signer();
        PdfMark mark = signature.mark();
        Seal seal = mark.seal();
        document = mark.document();
        until = mark.until().isEmpty() ? Optional.empty() : Optional.of(mark.until());
        uses.add(new SealUse(seal.id(), seal.name(), Certificates.name(signer), mark.at()));
        findings.expect(Check.UNCHANGED, Arrays.equals(signature.digest(), digest), "");
        findings.expect(
                Check.SIGNATURE_TRUE,
                signature.names()
                        && Certificates.suite(signer) == Suite.P256
                        && Crypto.isSignedBy(signer.getPublicKey(), Suite.P256, signature.signed(), signature.value()),
                Certificates.name(signer));
        findings.expect(Check.SIGNER_TRUSTED, verifier.isTrusted(signer, Role.SIGNER), Certificates.name(signer));
        Optional<X509Certificate> maker = Crypto.certificate(seal.makerDer());
        findings.expect(Check.SEAL_GENUINE, maker.isPresent() && verifier.isGenuine(seal, maker.get()), seal.name());
        findings.expect(Check.SIGNER_ENTITLED, seal.admits(signer), Certificates.name(signer));
        verifier.judgeTime(findings, mark.at());
        verifier.judgeCertificate(findings, signer, mark.at());
        maker.ifPresent(found -> {
            verifier.judgeCertificate(findings, found, mark.at());
            verifier.judgeSeal(findings, found, seal, mark.at());
        });
        verifier.judgeDocument(findings, signer, mark.document(), mark.at());
    }
}
