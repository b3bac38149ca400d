package org.rongyi.invoices.en;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.invoices.xml.Node;

/// The few words of XPath that the tables of terms need: steps, alternatives, one condition a step.
final class Paths {
    private static final Pattern STEP = Pattern.compile("([A-Za-z|]+)(?:\\[(@?)([A-Za-z/]+)(!?=)([^\\]]+)])?");
    private static final Pattern SLASH = Pattern.compile("/(?![^\\[]*])");

    private Paths() {}

    static List<Node> all(Node from, String path) {
        List<Node> here = List.of(from);
        for (String step : SLASH.split(path)) {
            Matcher parts = STEP.matcher(step);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no step: " + step);
            }
            List<String> names = List.of(parts.group(1).split("\\|"));
            List<Node> below = new ArrayList<>();
            for (Node node : here) {
                node.children().stream()
                        .filter(child -> names.contains(child.name()) && holds(child, parts))
                        .forEach(below::add);
            }
            here = below;
        }
        return here;
    }

    private static boolean holds(Node node, Matcher parts) {
        if (parts.group(3) == null) {
            return true;
        }
        String is = parts.group(2).isEmpty()
                ? node.one(parts.group(3)).map(Node::text).orElse("")
                : node.attribute(parts.group(3));
        boolean same = plain(is).equals(plain(parts.group(5)));
        return same == parts.group(4).equals("=");
    }

    /// Codes of any case; 0 and 1 are how XML may write false and true.
    private static String plain(String text) {
        return switch (text) {
            case "0" -> "FALSE";
            case "1" -> "TRUE";
            default -> text.toUpperCase(Locale.ROOT);
        };
    }
}
