package org.rongyi.seals;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.seals.Verdict.SealUse;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ses.BadSeal;

/// Judges one PDF without reading its objects, which two readers may read in two ways: a signature must
/// cover every byte of the file but its own value, and everything that the verdict says stands in that
/// signature. So nothing that was put behind it, and nothing that only some readers find, is ever under a
/// seal.
final class PdfJudge {
    private static final int MOST_SIGNATURES = 20;
    static final String NAME = "/ByteRange";
    private static final Pattern RANGE =
            Pattern.compile(NAME + "\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final Pattern BEFORE = Pattern.compile("/Contents\\s*$");
    private static final int LOOK_BACK = 20;
    /// As our writer writes them: another way to write the same digit would be a change that nobody sees.
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] file;
    private final String text;
    private final Verifier verifier;
    private final Findings findings = new Findings();
    private final List<SealUse> uses = new ArrayList<>();
    private String document = "";
    private Optional<String> until = Optional.empty();

    PdfJudge(byte[] file, Verifier verifier) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
        this.verifier = verifier;
    }

    Verdict judge() throws Unreadable {
        List<long[]> ranges = new ArrayList<>();
        Matcher each = RANGE.matcher(text);
        while (each.find()) {
            ranges.add(new long[] {
                Long.parseLong(each.group(1)),
                Long.parseLong(each.group(2)),
                Long.parseLong(each.group(3)),
                Long.parseLong(each.group(4))
            });
        }
        if (ranges.size() > MOST_SIGNATURES) {
            throw new Unreadable(Unreadable.Why.TOO_MANY_SIGNATURES, ranges.size() + " signatures");
        }
        findings.expect(Check.SIGNED, !ranges.isEmpty(), "");
        for (long[] range : ranges) {
            judge(range);
        }
        verifier.judgeValidity(findings, until);
        return new Verdict.Judged(document, findings.all(), uses);
    }

    private void judge(long[] range) {
        long end = range[2] + range[3];
        findings.expect(Check.COMPLETE, range[0] == 0 && end == file.length, "bytes " + end + "–" + file.length);
        boolean whole = range[0] == 0 && range[1] + 2 <= range[2] && end <= file.length;
        if (!whole) {
            findings.fails(Check.UNCHANGED, "a range outside of the file");
            return;
        }
        byte[] before = Arrays.copyOfRange(file, 0, (int) range[1]);
        byte[] behind = Arrays.copyOfRange(file, (int) range[2], (int) end);
        PdfSignature signature;
        try {
            signature = PdfSignature.read(value((int) range[1], (int) range[2]));
        } catch (BadSeal bad) {
            findings.fails(Check.SIGNATURE_TRUE, String.valueOf(bad.getMessage()));
            return;
        }
        judge(signature, Digests.sha256(before, behind));
    }

    /// What stands in the gap: a string of hexadecimal digits that is the signature's own, and zeros behind.
    private byte[] value(int from, int to) {
        boolean own = BEFORE.matcher(text.substring(Math.max(0, from - LOOK_BACK), from))
                .find();
        String digits = text.substring(from + 1, to - 1);
        if (!own || text.charAt(from) != '<' || text.charAt(to - 1) != '>' || !digits.matches("(?:[0-9A-F]{2})+")) {
            throw new BadSeal("the gap holds something else than a signature");
        }
        byte[] padded = HEX.parseHex(digits);
        int length = length(padded);
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new BadSeal("something stands behind the signature");
            }
        }
        return Arrays.copyOf(padded, length);
    }

    /// Of the first DER value: its length stands in front.
    private static int length(byte[] padded) {
        int octets = padded.length < 2 || padded[1] >= 0 ? 0 : padded[1] & 0x7f;
        if (octets < 1 || octets > 3 || padded.length < 2 + octets) {
            throw new BadSeal("no signature");
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | padded[2 + i] & 0xff;
        }
        if (length > padded.length - 2 - octets) {
            throw new BadSeal("a signature that is cut off");
        }
        return 2 + octets + length;
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
