package org.rongyi.seals.ofd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.seals.ofd.Unreadable.Why;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Where things lie in an OFD document with exactly one document body.
public final class OfdParts {
    public static final String ENTRANCE = "/OFD.xml";

    private final Container file;
    private final Element body;

    private OfdParts(Container file, Element body) {
        this.file = file;
        this.body = body;
    }

    public static OfdParts of(Container file) throws Unreadable {
        if (file.find(ENTRANCE).isEmpty()) {
            throw new Unreadable(Why.NOT_A_DOCUMENT, "no OFD.xml");
        }
        List<Element> bodies = Xml.children(Xml.read(file, ENTRANCE), "DocBody");
        if (bodies.size() != 1) {
            throw new Unreadable(Why.NOT_SUPPORTED, bodies.size() + " documents in one file");
        }
        return new OfdParts(file, bodies.getFirst());
    }

    public String id() throws Unreadable {
        Optional<Element> id = Xml.child(Xml.need(body, "DocInfo"), "DocID");
        return id.map(Element::getTextContent).orElse("").strip();
    }

    /// An entry of the document's own data (CustomDatas).
    public Optional<String> data(String name) throws Unreadable {
        Optional<Element> all = Xml.child(Xml.need(body, "DocInfo"), "CustomDatas");
        List<String> values = all.map(found -> Xml.children(found, "CustomData")).orElse(List.of()).stream()
                .filter(entry -> entry.getAttribute("Name").equals(name))
                .map(entry -> entry.getTextContent().strip())
                .toList();
        if (values.size() > 1) {
            throw new Unreadable(Why.BROKEN_XML, name + " is said twice");
        }
        return values.stream().findFirst();
    }

    public Optional<String> signatures() throws Unreadable {
        Optional<Element> named = Xml.child(body, "Signatures");
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Container.resolve(ENTRANCE, named.get().getTextContent()));
    }

    private String root() throws Unreadable {
        return Container.resolve(ENTRANCE, Xml.need(body, "DocRoot").getTextContent());
    }

    /// Width and height of the pages, in millimetres.
    public double[] area() throws Unreadable {
        Element common = Xml.need(Xml.read(file, root()), "CommonData");
        String[] box = Xml.need(Xml.need(common, "PageArea"), "PhysicalBox")
                .getTextContent()
                .strip()
                .split("\\s+");
        try {
            return new double[] {Double.parseDouble(box[2]), Double.parseDouble(box[3])};
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new Unreadable(Why.BROKEN_XML, "no size of pages");
        }
    }

    /// The identifiers of the pages, in order.
    public List<String> pages() throws Unreadable {
        List<String> pages = new ArrayList<>();
        for (Element page : Xml.children(Xml.need(Xml.read(file, root()), "Pages"), "Page")) {
            pages.add(page.getAttribute("ID"));
        }
        return pages;
    }

    /// Names a place for signatures, which a document has once and for all: the first seal covers it.
    public static String nameSignatures(Container file) throws Unreadable {
        OfdParts parts = of(file);
        Optional<String> named = parts.signatures();
        if (named.isPresent()) {
            return named.get();
        }
        String root = parts.root();
        String place = root.substring(0, root.lastIndexOf('/') + 1) + "Signs/Signatures.xml";
        Document entrance = Xml.read(file.part(ENTRANCE), ENTRANCE);
        Element body = Xml.children(entrance.getDocumentElement(), "DocBody").getFirst();
        Element signatures = entrance.createElementNS(body.getNamespaceURI(), "ofd:Signatures");
        signatures.setTextContent(place.substring(1));
        body.appendChild(signatures);
        file.put(ENTRANCE, Xml.write(entrance));
        return place;
    }

    /// The parts that seals themselves consist of.
    public static Set<String> sealParts(Container file, String signatures) throws Unreadable {
        Set<String> own = new HashSet<>();
        if (file.find(signatures).isEmpty()) {
            return own;
        }
        own.add(signatures);
        for (Element each : Xml.children(Xml.read(file, signatures), "Signature")) {
            String place = Container.resolve(signatures, each.getAttribute("BaseLoc"));
            own.add(place);
            Element signature = Xml.read(file, place);
            own.add(Container.resolve(place, Xml.need(signature, "SignedValue").getTextContent()));
            Optional<Element> seal = Xml.child(Xml.need(signature, "SignedInfo"), "Seal");
            if (seal.isPresent()) {
                own.add(Container.resolve(place, Xml.need(seal.get(), "BaseLoc").getTextContent()));
            }
        }
        return own;
    }
}
