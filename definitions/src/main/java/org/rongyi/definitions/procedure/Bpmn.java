package org.rongyi.definitions.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Procedure.Box;
import org.rongyi.definitions.procedure.Procedure.Point;

/// Names and small readings of BPMN 2.0 and of what its dialects add.
final class Bpmn {
    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String OWN = "urn:rongyi:procedure";
    static final List<String> DIALECTS =
            List.of("http://flowable.org/bpmn", "http://activiti.org/bpmn", "http://camunda.org/schema/1.0/bpmn");

    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
    private static final double LARGEST = 100_000;

    /// A comparison of one variable with one constant, or the variable alone: a choice that a person made, in words.
    private static final Pattern PLAIN = Pattern.compile(
            "\\$\\{\\s*(?:not\\s+|!\\s*)?[\\p{L}_][\\p{L}\\p{N}_]*\\s*(?:(?:==|!=|>=|<=|>|<|eq|ne|gt|ge|lt|le)\\s*"
                    + "(?:'[^'(){}]*'|\"[^\"(){}]*\"|[\\w.+-]+))?\\s*}");

    private Bpmn() {}

    /// An expression as people read it.
    static String shown(String text) {
        return text.strip().replaceAll("(?s)[$#]\\{\\s*(.*?)\\s*}", "$1");
    }

    static boolean plain(String condition) {
        return PLAIN.matcher(condition.strip()).matches();
    }

    static Words words(Xml element, String name) {
        String english = element.get(OWN, "en");
        return english == null ? Words.same(name) : new Words(name, english);
    }

    static Map<String, Box> boxes(Xml root) {
        Map<String, Box> boxes = new HashMap<>();
        root.all().filter(each -> each.is(DRAWING, "BPMNShape")).forEach(shape -> {
            String of = shape.get("bpmnElement");
            Optional<Xml> bounds = shape.children(BOUNDS, "Bounds").findFirst();
            if (of != null && bounds.isPresent()) {
                Double x = number(bounds.get().get("x"));
                Double y = number(bounds.get().get("y"));
                Double width = number(bounds.get().get("width"));
                Double height = number(bounds.get().get("height"));
                if (x != null && y != null && width != null && height != null && width > 0 && height > 0) {
                    boxes.put(of, new Box(x, y, width, height));
                }
            }
        });
        return boxes;
    }

    static Map<String, List<Point>> bends(Xml root) {
        Map<String, List<Point>> bends = new HashMap<>();
        root.all().filter(each -> each.is(DRAWING, "BPMNEdge")).forEach(edge -> {
            String of = edge.get("bpmnElement");
            List<Point> points = edge.children(LINES, "waypoint")
                    .flatMap(each -> point(each).stream())
                    .toList();
            if (of != null && points.size() > 1) {
                bends.put(of, points);
            }
        });
        return bends;
    }

    private static Optional<Point> point(Xml waypoint) {
        Double x = number(waypoint.get("x"));
        Double y = number(waypoint.get("y"));
        return x == null || y == null ? Optional.empty() : Optional.of(new Point(x, y));
    }

    private static @Nullable Double number(@Nullable String text) {
        if (text == null || !text.matches("-?\\d{1,6}(\\.\\d{1,12})?")) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Math.abs(number) > LARGEST ? null : number;
    }
}
