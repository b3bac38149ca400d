package org.rongyi.definitions.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.definitions.Words;
import org.rongyi.definitions.procedure.Procedure.Box;
import org.rongyi.definitions.procedure.Procedure.Flow;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Point;
import org.rongyi.definitions.procedure.Procedure.Shape;

/// A procedure as it is drawn: where its file says, or laid out from left to right.
public record Drawing(double width, double height, List<Figure> figures, List<Line> lines) {
    private static final double MARGIN = 24;
    private static final double COLUMN = 200;
    private static final double ROW = 104;
    private static final double STEP_WIDTH = 112;
    private static final double STEP_HEIGHT = 64;
    private static final double SMALL = 36;
    private static final double LABEL_ABOVE = 6;
    private static final double TURN = 24;

    /// @param x left edge
    /// @param y upper edge
    public record Figure(Node node, double x, double y, double width, double height) {
        public double middle() {
            return x + width / 2;
        }

        public double centre() {
            return y + height / 2;
        }

        /// The corners of a gateway.
        public String corners() {
            return point(middle(), y) + " " + point(x + width, centre()) + " " + point(middle(), y + height) + " "
                    + point(x, centre());
        }
    }

    /// @param name to be written at the point (x, y)
    public record Line(String path, Words name, double x, double y) {}

    public static Drawing of(Procedure procedure) {
        Map<String, Box> boxes = procedure.boxes().isEmpty() ? laidOut(procedure) : procedure.boxes();
        Map<String, List<Point>> bends = new LinkedHashMap<>(procedure.bends());
        if (procedure.boxes().isEmpty()) {
            double below = boxes.values().stream()
                    .mapToDouble(box -> box.y() + box.height())
                    .max()
                    .orElse(0);
            int back = 0;
            for (Flow flow : procedure.flows()) {
                Box from = box(boxes, flow.from());
                Box to = box(boxes, flow.to());
                boolean backwards = to.x() <= from.x();
                bends.put(flow.id(), backwards ? around(from, to, below + 24 + 16 * back) : straight(from, to));
                back += backwards ? 1 : 0;
            }
        }
        return framed(procedure, boxes, bends);
    }

    private static Box box(Map<String, Box> boxes, String node) {
        Box box = boxes.get(node);
        if (box == null) {
            throw new IllegalArgumentException("the node (" + node + ") is not drawn");
        }
        return box;
    }

    private static Drawing framed(Procedure procedure, Map<String, Box> boxes, Map<String, List<Point>> bends) {
        List<Point> all = new ArrayList<>();
        boxes.forEach((id, box) -> {
            all.add(new Point(box.x(), box.y()));
            all.add(new Point(box.x() + box.width(), box.y() + box.height()));
        });
        bends.values().forEach(all::addAll);
        double left = all.stream().mapToDouble(Point::x).min().orElse(0) - MARGIN;
        double top = all.stream().mapToDouble(Point::y).min().orElse(0) - MARGIN;
        double right = all.stream().mapToDouble(Point::x).max().orElse(0) + MARGIN;
        double bottom = all.stream().mapToDouble(Point::y).max().orElse(0) + MARGIN;
        List<Figure> figures = procedure.nodes().stream()
                .map(node -> {
                    Box box = box(boxes, node.id());
                    return new Figure(node, box.x() - left, box.y() - top, box.width(), box.height());
                })
                .toList();
        List<Line> lines = procedure.flows().stream()
                .map(flow -> line(flow, bends.getOrDefault(flow.id(), List.of()), left, top))
                .toList();
        return new Drawing(right - left, bottom - top + MARGIN / 2, figures, lines);
    }

    private static Line line(Flow flow, List<Point> points, double left, double top) {
        String path = points.stream()
                .map(each -> point(each.x() - left, each.y() - top))
                .collect(Collectors.joining(" "));
        double x = 0;
        double y = 0;
        double longest = -1;
        for (int i = 1; i < points.size(); i++) {
            Point one = points.get(i - 1);
            Point next = points.get(i);
            double length = Math.abs(one.x() - next.x());
            if (length > longest) {
                longest = length;
                x = (one.x() + next.x()) / 2 - left;
                y = (one.y() + next.y()) / 2 - top - LABEL_ABOVE;
            }
        }
        return new Line(path, flow.name(), x, y);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static List<Point> straight(Box from, Box to) {
        double startX = from.x() + from.width();
        double startY = from.y() + from.height() / 2;
        double endY = to.y() + to.height() / 2;
        if (Math.abs(startY - endY) < 1) {
            return List.of(new Point(startX, startY), new Point(to.x(), endY));
        }
        double turn = startX + TURN;
        return List.of(
                new Point(startX, startY), new Point(turn, startY), new Point(turn, endY), new Point(to.x(), endY));
    }

    /// Back to an earlier step: below everything.
    private static List<Point> around(Box from, Box to, double below) {
        double startX = from.x() + from.width() / 2;
        double endX = to.x() + to.width() / 2;
        return List.of(
                new Point(startX, from.y() + from.height()),
                new Point(startX, below),
                new Point(endX, below),
                new Point(endX, to.y() + to.height()));
    }

    /// Columns by how far from the start, rows by order.
    private static Map<String, Box> laidOut(Procedure procedure) {
        Map<String, Integer> columns = columns(procedure);
        Map<Integer, Integer> used = new HashMap<>();
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Node node : procedure.nodes().stream()
                .sorted(Comparator.comparingInt(node -> columns.getOrDefault(node.id(), 0)))
                .toList()) {
            int column = columns.getOrDefault(node.id(), 0);
            int row = used.merge(column, 1, Integer::sum) - 1;
            boolean step = node.shape() == Shape.STEP;
            double width = step ? STEP_WIDTH : SMALL;
            double height = step ? STEP_HEIGHT : SMALL;
            boxes.put(
                    node.id(),
                    new Box(
                            column * COLUMN + (STEP_WIDTH - width) / 2,
                            row * ROW + (STEP_HEIGHT - height) / 2,
                            width,
                            height));
        }
        return boxes;
    }

    private static Map<String, Integer> columns(Procedure procedure) {
        Map<String, Integer> columns = new HashMap<>();
        Set<String> back = new HashSet<>();
        Set<String> seen = new HashSet<>();
        procedure.nodes().stream()
                .sorted(Comparator.comparing(node -> node.shape() != Shape.START))
                .filter(node -> !seen.contains(node.id()))
                .forEach(node -> findBack(procedure, node.id(), new ArrayDeque<>(), seen, back));
        procedure.nodes().forEach(node -> columns.put(node.id(), 0));
        for (int round = 0; round < procedure.nodes().size(); round++) {
            boolean moved = false;
            for (Flow flow : procedure.flows()) {
                int wanted = columns.getOrDefault(flow.from(), 0) + 1;
                if (!back.contains(flow.id()) && columns.getOrDefault(flow.to(), 0) < wanted) {
                    columns.put(flow.to(), wanted);
                    moved = true;
                }
            }
            if (!moved) {
                break;
            }
        }
        return columns;
    }

    private static void findBack(
            Procedure procedure, String node, ArrayDeque<String> path, Set<String> seen, Set<String> back) {
        seen.add(node);
        path.push(node);
        for (Flow flow : procedure.from(node)) {
            if (path.contains(flow.to())) {
                back.add(flow.id());
            } else if (!seen.contains(flow.to())) {
                findBack(procedure, flow.to(), path, seen, back);
            }
        }
        path.pop();
    }
}
