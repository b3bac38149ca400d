package org.rongyi.invoices.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rongyi.invoices.xml.Unreadable.Why;

/// Reads XML of a stranger: no document type, so no entity, no bomb and no look at this machine's files.
public final class SafeXml {
    /// An invoice of 2,000 lines has a third of it.
    public static final int LARGEST = 4 << 20;

    static final int LONGEST_TEXT = 4_000;
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 120_000;
    private static final int MOST_ATTRIBUTES = 50;

    private SafeXml() {}

    public static Node read(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable(Why.EMPTY, 0, "no byte");
        }
        if (file.length > LARGEST) {
            throw new Unreadable(Why.TOO_LARGE, 0, file.length + " bytes");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(XmlText.of(file)));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null
                    ? 0
                    : Math.max(0, broken.getLocation().getLineNumber());
            // The limits of the JDK's own reader say so in its words.
            boolean limit = String.valueOf(broken.getMessage()).contains("JAXP0");
            throw new Unreadable(limit ? Why.HOSTILE : Why.BROKEN, line, "not well-formed");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private static Node read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        Deque<Node> open = new ArrayDeque<>();
        @Nullable Node root = null;
        int elements = 0;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION ->
                    throw new Unreadable(Why.HOSTILE, line, "a document type or an entity");
                case XMLStreamConstants.START_ELEMENT -> {
                    Node node = node(reader);
                    elements++;
                    if (elements > MOST_ELEMENTS) {
                        throw new Unreadable(Why.TOO_MANY, node.line(), "more than " + MOST_ELEMENTS + " elements");
                    }
                    if (open.size() >= DEEPEST) {
                        throw new Unreadable(Why.TOO_DEEP, node.line(), "more than " + DEEPEST + " levels");
                    }
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.getLast().add(node);
                    }
                    open.addLast(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().add(reader.getText());
                    }
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        if (root == null) {
            throw new Unreadable(Why.BROKEN, 0, "no element");
        }
        return root;
    }

    private static Node node(XMLStreamReader reader) throws Unreadable {
        int line = reader.getLocation().getLineNumber();
        if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new Unreadable(Why.TOO_MANY, line, "more than " + MOST_ATTRIBUTES + " attributes");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        String space = reader.getNamespaceURI();
        return new Node(space == null ? "" : space, reader.getLocalName(), line, attributes);
    }
}
