package org.rongyi.invoices.xml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element: its name, its line, what stands in it.
public final class Node {
    private final String space;
    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<Node> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Node(String space, String name, int line, Map<String, String> attributes) {
        this.space = space;
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    void add(Node child) {
        children.add(child);
    }

    /// No field of an invoice is longer; what is (a file inside, a signature) is not looked at.
    void add(String more) {
        int room = SafeXml.LONGEST_TEXT - text.length();
        text.append(more, 0, Math.clamp(more.length(), 0, Math.max(0, room)));
    }

    public String space() {
        return space;
    }

    public String name() {
        return name;
    }

    public int line() {
        return line;
    }

    /// Without the white space around it.
    public String text() {
        return text.toString().strip();
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public String attribute(String called) {
        return attributes.getOrDefault(called, "").strip();
    }

    public List<Node> children() {
        return children;
    }

    /// All at the end of a path of names, such as `Party/PartyName/Name`.
    public List<Node> all(String path) {
        List<Node> here = List.of(this);
        for (String step : path.split("/")) {
            List<Node> below = new ArrayList<>();
            for (Node node : here) {
                node.children.stream().filter(child -> child.name.equals(step)).forEach(below::add);
            }
            here = below;
        }
        return here;
    }

    /// The first at the end of a path.
    public Optional<Node> one(String path) {
        Iterator<Node> found = all(path).iterator();
        return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    }
}
