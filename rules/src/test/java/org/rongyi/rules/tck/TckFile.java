package org.rongyi.rules.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads one group of the TCK: a folder with `*.dmn` and `*-test-*.xml`.
final class TckFile {

    /// A typed value of a test file; text null means null.
    record Typed(String type, @Nullable String text) {}

    /// One expected result.
    ///
    /// @param expression the literal decision's text, or null where the decision is no literal
    /// @param inputs     values of input data by name; null where one is no simple value
    /// @param expected   the expected value; null where it is no simple value
    record Case(
            String name,
            @Nullable String expression,
            @Nullable Map<String, Typed> inputs,
            @Nullable Typed expected) {}

    private TckFile() {}

    static List<Case> cases(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            Map<String, String> literals = new HashMap<>();
            for (Path file : sorted) {
                if (file.toString().endsWith(".dmn")) {
                    literals.putAll(literals(file));
                }
            }
            List<Case> cases = new ArrayList<>();
            for (Path file : sorted) {
                if (file.getFileName().toString().matches(".*-test-.*\\.xml")) {
                    for (Element test : elements(parse(file), "testCase")) {
                        cases.addAll(cases(test, literals));
                    }
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> literals(Path file) {
        Map<String, String> literals = new HashMap<>();
        for (Element decision : elements(parse(file), "decision")) {
            for (Element child : children(decision)) {
                boolean standsAlone = elements(decision, "requiredDecision").isEmpty()
                        && elements(decision, "requiredKnowledge").isEmpty();
                if (child.getLocalName().equals("literalExpression") && standsAlone) {
                    List<Element> text = elements(child, "text");
                    literals.put(
                            decision.getAttribute("name"),
                            text.isEmpty() ? "" : text.getFirst().getTextContent());
                }
            }
        }
        return literals;
    }

    private static List<Case> cases(Element test, Map<String, String> literals) {
        Map<String, Typed> inputs = new LinkedHashMap<>();
        boolean simple = true;
        for (Element input : elements(test, "inputNode")) {
            Typed value = typed(input);
            simple &= value != null;
            if (value != null) {
                inputs.put(input.getAttribute("name"), value);
            }
        }
        List<Case> cases = new ArrayList<>();
        for (Element result : elements(test, "resultNode")) {
            String name = result.getAttribute("name");
            List<Element> expected = elements(result, "expected");
            cases.add(new Case(
                    test.getAttribute("id") + " " + name,
                    literals.get(name),
                    simple ? inputs : null,
                    expected.isEmpty() ? null : typed(expected.getFirst())));
        }
        return cases;
    }

    /// The single value directly below a node; null for lists and components.
    private static @Nullable Typed typed(Element holder) {
        List<Element> children = children(holder);
        if (children.size() != 1 || !children.getFirst().getLocalName().equals("value")) {
            return null;
        }
        Element value = children.getFirst();
        String xsi = "http://www.w3.org/2001/XMLSchema-instance";
        String type = value.getAttributeNS(xsi, "type").replaceFirst("^.*:", "");
        boolean nil = value.getAttributeNS(xsi, "nil").equals("true");
        return new Typed(type, nil ? null : value.getTextContent());
    }

    private static Element parse(Path file) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("cannot read (%s)".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> elements(Element parent, String localName) {
        NodeList nodes = parent.getElementsByTagNameNS("*", localName);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
