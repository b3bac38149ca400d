package org.rongyi.definitions.procedure;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An element of an XML file with its place. A file with a document type is not read at all: that is where entities
/// come from, and with them the files and addresses of others.
final class Xml {
    static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 20_000;

    final String namespace;
    final String name;
    final int line;
    final List<Xml> children = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Xml(XMLStreamReader reader) {
        this.namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        this.name = reader.getLocalName();
        this.line = reader.getLocation().getLineNumber();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            attributes.put(
                    (space == null ? "" : space) + "|" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    /// Why it is no XML that we read.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Note note;

        Unreadable(Note note) {
            super(note.says().en());
            this.note = note;
        }

        Note note() {
            return note;
        }
    }

    static Xml read(byte[] file) throws Unreadable {
        if (file.length > MOST_BYTES) {
            throw new Unreadable(Note.fault(0, "文件超过 1 MB", "the file has more than 1 MB"));
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable(Note.fault(Math.max(0, line), "不是完好的 XML 文件", "this is no well-formed XML")
                    .maybe("在画流程的软件里重新导出一次", "Maybe export it again from the tool in which it was drawn"));
        }
    }

    private static Xml tree(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        List<Xml> open = new ArrayList<>();
        Xml root = null;
        int elements = 0;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(Note.fault(
                                    line,
                                    "文件里有 DOCTYPE 或实体，可能引用别处的文件，不收",
                                    "the file has a DOCTYPE or an entity, which may read files of others: refused")
                            .maybe("删去 <!DOCTYPE …>", "Maybe take <!DOCTYPE …> out"));
                case XMLStreamConstants.START_ELEMENT -> {
                    Xml element = new Xml(reader);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getLast().children.add(element);
                    }
                    open.add(element);
                    if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw new Unreadable(Note.fault(line, "文件太大或套得太深", "the file is too large or too deep"));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().text.append(reader.getText());
                    }
                }
                default -> {} // comments and instructions
            }
        }
        if (root == null) {
            throw new Unreadable(Note.fault(0, "文件是空的", "the file is empty"));
        }
        return root;
    }

    String text() {
        return text.toString().strip();
    }

    /// An attribute without a namespace; null: not there, or blank.
    @Nullable
    String get(String attribute) {
        return get("", attribute);
    }

    @Nullable
    String get(String space, String attribute) {
        String value = attributes.get(space + "|" + attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// Whether an attribute of this name stands in any of the namespaces, and where.
    Optional<String> ofAny(List<String> spaces, String attribute) {
        return spaces.stream()
                .flatMap(space -> Stream.ofNullable(get(space, attribute)))
                .findFirst();
    }

    /// Names of the attributes in one of these namespaces.
    List<String> names(List<String> spaces) {
        return attributes.keySet().stream()
                .filter(key -> spaces.contains(key.substring(0, key.indexOf('|'))))
                .map(key -> key.substring(key.indexOf('|') + 1))
                .toList();
    }

    boolean is(String space, String local) {
        return namespace.equals(space) && name.equals(local);
    }

    Stream<Xml> children(String space, String local) {
        return children.stream().filter(child -> child.is(space, local));
    }

    /// This element and everything in it.
    Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::all));
    }
}
