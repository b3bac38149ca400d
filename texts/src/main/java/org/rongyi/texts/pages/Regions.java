package org.rongyi.texts.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.rongyi.texts.pages.Box.Point;

/// Lines of text in a map of where text is: what hangs together, in the smallest rectangle around it.
final class Regions {
    private static final float TEXT = 0.3f;
    private static final double SURE = 0.5;
    private static final int THINNEST = 3;

    /// The model marks the core of each line; this much is added around it, as the model was taught.
    private static final double MARGIN = 1.6;

    private final TextMap map;
    private final boolean[] seen;
    private final int[] queue;

    private Regions(TextMap map) {
        this.map = map;
        this.seen = new boolean[map.likely().length];
        this.queue = new int[map.likely().length];
    }

    static List<Box> of(TextMap map) {
        return new Regions(map).all();
    }

    private List<Box> all() {
        var boxes = new ArrayList<Box>();
        for (int at = 0; at < seen.length; at++) {
            if (!seen[at] && map.likely()[at] > TEXT) {
                int size = fill(at);
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += map.likely()[queue[i]];
                }
                var box = Box.around(hull(points(size)));
                if (sum / size >= SURE && Math.min(box.width(), box.height()) >= THINNEST) {
                    double perimeter = 2 * (box.width() + box.height());
                    boxes.add(box.grown(box.width() * box.height() * MARGIN / perimeter));
                }
            }
        }
        return boxes;
    }

    /// Collects in the queue what hangs together with a point.
    private int fill(int start) {
        int end = 0;
        queue[end++] = start;
        seen[start] = true;
        for (int next = 0; next < end; next++) {
            int x = queue[next] % map.width();
            int y = queue[next] / map.width();
            for (int i = Math.max(0, x - 1); i <= Math.min(map.width() - 1, x + 1); i++) {
                for (int j = Math.max(0, y - 1); j <= Math.min(map.height() - 1, y + 1); j++) {
                    int near = j * map.width() + i;
                    if (!seen[near] && map.likely()[near] > TEXT) {
                        seen[near] = true;
                        queue[end++] = near;
                    }
                }
            }
        }
        return end;
    }

    /// The ends of each row are enough for the hull.
    private List<Point> points(int size) {
        int[] left = new int[map.height()];
        int[] right = new int[map.height()];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(right, -1);
        for (int i = 0; i < size; i++) {
            int x = queue[i] % map.width();
            int y = queue[i] / map.width();
            left[y] = Math.min(left[y], x);
            right[y] = Math.max(right[y], x);
        }
        var points = new ArrayList<Point>();
        for (int y = 0; y < map.height(); y++) {
            if (right[y] >= 0) {
                points.add(new Point(left[y], y));
                points.add(new Point(left[y], y + 1.0));
                points.add(new Point(right[y] + 1.0, y));
                points.add(new Point(right[y] + 1.0, y + 1.0));
            }
        }
        return points;
    }

    /// Andrew's monotone chain.
    private static List<Point> hull(List<Point> points) {
        var sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        var hull = new ArrayList<>(half(sorted));
        hull.addAll(half(sorted.reversed()));
        return hull;
    }

    private static List<Point> half(List<Point> sorted) {
        var half = new ArrayList<Point>();
        for (Point point : sorted) {
            while (half.size() >= 2 && turn(half.get(half.size() - 2), half.getLast(), point) <= 0) {
                half.removeLast();
            }
            half.add(point);
        }
        half.removeLast();
        return half;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
