package org.rongyi.invoices.en;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.invoices.xml.Node;

/// Where the terms of EN 16931 stand in a way of writing: a table of names and paths, groups by their
/// indentation.
final class Mapping {
    static final Mapping UBL = read("ubl.txt");
    static final Mapping CII = read("cii.txt");

    private final List<Entry> entries;

    private Mapping(List<Entry> entries) {
        this.entries = entries;
    }

    /// @param path of the element, and after `@` of its attribute
    private record Entry(String id, String path, List<Entry> within) {
        boolean isGroup() {
            return id.startsWith("BG");
        }
    }

    private static Mapping read(String table) {
        Entry root = new Entry("", "", new ArrayList<>());
        List<Entry> open = new ArrayList<>(List.of(root));
        for (String line : Tables.lines(table)) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            String[] words = line.strip().split(" ", 2);
            Entry entry = new Entry(words[0], words[1], new ArrayList<>());
            open.subList(depth + 1, open.size()).clear();
            open.getLast().within().add(entry);
            open.add(entry);
        }
        return new Mapping(root.within());
    }

    Group read(Node root) {
        Group group = new Group(root.line());
        fill(group, root, entries);
        return group;
    }

    private static void fill(Group group, Node node, List<Entry> entries) {
        for (Entry entry : entries) {
            String path = entry.path();
            // An attribute is asked for at the end, a condition on one stands in brackets.
            int at = path.endsWith("]") ? -1 : path.lastIndexOf('@');
            String element = at < 0 ? path : path.substring(0, at);
            for (Node found : Paths.all(node, element)) {
                if (entry.isGroup()) {
                    Group inner = new Group(found.line());
                    fill(inner, found, entry.within());
                    group.put(entry.id(), inner);
                } else if (at >= 0) {
                    String text = found.attribute(path.substring(at + 1));
                    if (!text.isEmpty()) {
                        group.put(entry.id(), new Term(text, found.line(), Map.of()));
                    }
                } else {
                    group.put(entry.id(), new Term(found.text(), found.line(), found.attributes()));
                }
            }
        }
    }
}
