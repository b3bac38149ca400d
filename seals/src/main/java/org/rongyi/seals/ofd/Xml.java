package org.rongyi.seals.ofd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.rongyi.seals.ofd.Unreadable.Why;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// XML of a file by a stranger: no document type, so no entity, no bomb and no look at this machine's files.
public final class Xml {
    public static final String NAMESPACE = "http://www.ofdspec.org/2016";

    private static final int DEEPEST = 200;
    /// Two thousand references have a third of it; as a tree in memory it becomes thirty times as large.
    private static final int LARGEST = 1 << 20;

    private Xml() {}

    public static Element read(Container from, String path) throws Unreadable {
        return read(from.part(path), path).getDocumentElement();
    }

    static Document read(byte[] part, String path) throws Unreadable {
        if (part.length > LARGEST) {
            throw new Unreadable(Why.LARGE_XML, path + " has " + part.length + " bytes");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            Document document = builder.parse(new ByteArrayInputStream(part));
            requireShallow(document.getDocumentElement(), path);
            return document;
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("this JVM has no safe XML parser", missing);
        } catch (SAXException broken) {
            boolean hostile = String.valueOf(broken.getMessage()).contains("DOCTYPE")
                    || String.valueOf(broken.getMessage()).contains("JAXP");
            throw new Unreadable(hostile ? Why.HOSTILE_XML : Why.BROKEN_XML, path);
        } catch (IOException broken) {
            throw new Unreadable(Why.BROKEN_XML, path);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static void requireShallow(Element root, String path) throws Unreadable {
        int depth = 0;
        Node node = root;
        while (node != null) {
            Node next = node.getFirstChild();
            if (next != null) {
                depth++;
            }
            while (next == null && node != null && node != root) {
                next = node.getNextSibling();
                if (next == null) {
                    node = node.getParentNode();
                    depth--;
                }
            }
            if (depth > DEEPEST) {
                throw new Unreadable(Why.HOSTILE_XML, path + " is nested too deeply");
            }
            node = next;
        }
    }

    public static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && element.getLocalName().equals(name)
                    && NAMESPACE.equals(element.getNamespaceURI())) {
                found.add(element);
            }
        }
        return found;
    }

    /// The only child of this name. Two would let two readers take different ones.
    public static Optional<Element> child(Element parent, String name) throws Unreadable {
        List<Element> found = children(parent, name);
        if (found.size() > 1) {
            throw new Unreadable(Why.BROKEN_XML, name + " stands twice in " + parent.getLocalName());
        }
        return found.stream().findFirst();
    }

    public static Element need(Element parent, String name) throws Unreadable {
        return child(parent, name)
                .orElseThrow(() -> new Unreadable(Why.BROKEN_XML, "no " + name + " in " + parent.getLocalName()));
    }

    static byte[] write(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException impossible) {
            throw new IllegalStateException("XML cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /// For text and attributes that are put together by hand.
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    public static byte[] bytes(String xml) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8);
    }

    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) {
            // what matters becomes an exception
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
