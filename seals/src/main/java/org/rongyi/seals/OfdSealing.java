package org.rongyi.seals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ofd.OfdParts;
import org.rongyi.seals.ofd.PageXml;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Xml;
import org.rongyi.seals.ses.SealDer;
import org.rongyi.seals.ses.SealSignatureDer;
import org.w3c.dom.Element;

/// One seal being put on one document (GB/T 33190-2016 clause 18).
final class OfdSealing {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Container file;
    private final Seal seal;
    private final SigningKey key;
    private final Instant at;

    OfdSealing(Container file, Seal seal, SigningKey key, Instant at) {
        this.file = file;
        this.seal = seal;
        this.key = key;
        this.at = at;
    }

    byte[] put(List<Stamp> stamps) throws Unreadable {
        String signatures = OfdParts.nameSignatures(file);
        Set<String> earlier = OfdParts.sealParts(file, signatures);
        int number = file.find(signatures).isEmpty()
                ? 0
                : Xml.children(Xml.read(file, signatures), "Signature").size();
        String folder = signatures.substring(0, signatures.lastIndexOf('/')) + "/Sign_" + number;
        String place = folder + "/Signature.xml";
        byte[] signature = Xml.bytes(signature(folder, earlier, stamps));
        byte[] digest = Digests.sm3(signature);
        byte[] toSign = SealSignatureDer.toSign(seal.der(), at, digest, place);
        byte[] value =
                SealSignatureDer.encode(seal.der(), at, digest, place, Seal.der(key.certificate()), key.sign(toSign));
        file.put(place, signature);
        file.put(folder + "/Seal.esl", seal.der());
        file.put(folder + "/SignedValue.dat", value);
        file.put(signatures, list(signatures, place));
        return file.write();
    }

    private String signature(String folder, Set<String> earlier, List<Stamp> stamps) throws Unreadable {
        StringBuilder xml =
                new StringBuilder("<ofd:Signature xmlns:ofd=\"%s\"><ofd:SignedInfo>".formatted(Xml.NAMESPACE));
        xml.append("<ofd:Provider ProviderName=\"Rongyi\" Version=\"1\"/><ofd:SignatureMethod>%s</ofd:SignatureMethod>"
                .formatted(SealDer.SM2_SM3));
        xml.append("<ofd:SignatureDateTime>%s</ofd:SignatureDateTime>".formatted(TIME.format(at)));
        xml.append("<ofd:References CheckMethod=\"%s\">".formatted(Digests.SM3));
        for (String part : file.paths()) {
            if (!earlier.contains(part)) {
                xml.append("<ofd:Reference FileRef=\"%s\"><ofd:CheckValue>%s</ofd:CheckValue></ofd:Reference>"
                        .formatted(Xml.escape(part), Base64.getEncoder().encodeToString(Digests.sm3(file.part(part)))));
            }
        }
        xml.append("</ofd:References>");
        List<String> pages = OfdParts.of(file).pages();
        int id = 1;
        for (Stamp stamp : stamps) {
            if (stamp.page() < 1 || stamp.page() > pages.size()) {
                throw new IllegalArgumentException("the document has no page " + stamp.page());
            }
            xml.append("<ofd:StampAnnot ID=\"%d\" PageRef=\"%s\" Boundary=\"%s\"/>"
                    .formatted(
                            id++,
                            Xml.escape(pages.get(stamp.page() - 1)),
                            PageXml.box(
                                    stamp.x(),
                                    stamp.y(),
                                    seal.picture().widthMillimetres(),
                                    seal.picture().heightMillimetres())));
        }
        return xml.append("<ofd:Seal><ofd:BaseLoc>%s/Seal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>"
                        .formatted(Xml.escape(folder)))
                .append("<ofd:SignedValue>%s/SignedValue.dat</ofd:SignedValue></ofd:Signature>"
                        .formatted(Xml.escape(folder)))
                .toString();
    }

    private byte[] list(String signatures, String added) throws Unreadable {
        StringBuilder entries = new StringBuilder();
        int count = 0;
        if (file.find(signatures).isPresent()) {
            for (Element each : Xml.children(Xml.read(file, signatures), "Signature")) {
                count++;
                entries.append(entry(count, Container.resolve(signatures, each.getAttribute("BaseLoc"))));
            }
        }
        count++;
        entries.append(entry(count, added));
        return Xml.bytes("<ofd:Signatures xmlns:ofd=\"%s\"><ofd:MaxSignId>%d</ofd:MaxSignId>%s</ofd:Signatures>"
                .formatted(Xml.NAMESPACE, count, entries));
    }

    private static String entry(int id, String place) {
        return "<ofd:Signature ID=\"%d\" Type=\"Seal\" BaseLoc=\"%s\"/>".formatted(id, Xml.escape(place));
    }
}
