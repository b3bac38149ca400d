package org.rongyi.texts.pages;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A line of text: a rectangle that may lean.
///
/// @param x middle, to the right
/// @param y middle, downwards
/// @param lean angle of the line in radians, from -45 to 45 degrees
record Box(double x, double y, double width, double height, double lean) {
    private static final double TALL = 1.5;

    record Point(double x, double y) {}

    /// The smallest rectangle around a hull: one of its sides lies along a side of the hull.
    static Box around(List<Point> hull) {
        Box best = null;
        for (int i = 0; i < hull.size(); i++) {
            Point a = hull.get(i);
            Point b = hull.get((i + 1) % hull.size());
            Box box = along(hull, Math.atan2(b.y() - a.y(), b.x() - a.x()));
            if (best == null || box.width * box.height < best.width * best.height) {
                best = box;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("there is nothing to lie around");
        }
        return best;
    }

    private static Box along(List<Point> hull, double angle) {
        double quarter = Math.PI / 2;
        double lean = angle - quarter * Math.round(angle / quarter);
        double cos = Math.cos(lean);
        double sin = Math.sin(lean);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point point : hull) {
            double u = point.x() * cos + point.y() * sin;
            double v = point.y() * cos - point.x() * sin;
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }
        double u = (left + right) / 2;
        double v = (top + bottom) / 2;
        return new Box(u * cos - v * sin, u * sin + v * cos, right - left, bottom - top, lean);
    }

    Box grown(double margin) {
        return new Box(x, y, width + 2 * margin, height + 2 * margin, lean);
    }

    /// Rows from above, each from the left.
    static List<Box> inReadingOrder(List<Box> boxes) {
        var down = boxes.stream().sorted(Comparator.comparingDouble(Box::y)).toList();
        var ordered = new ArrayList<Box>();
        var row = new ArrayList<Box>();
        for (Box box : down) {
            if (!row.isEmpty() && !row.getLast().besides(box)) {
                row.sort(Comparator.comparingDouble(Box::x));
                ordered.addAll(row);
                row.clear();
            }
            row.add(box);
        }
        row.sort(Comparator.comparingDouble(Box::x));
        ordered.addAll(row);
        return ordered;
    }

    /// Whether the other stands in the same row.
    boolean besides(Box other) {
        return Math.abs(other.y - y) < Math.min(height, other.height) / 2;
    }

    /// The line alone and level. One that stands upright is laid down; which end is its beginning shows later.
    BufferedImage cut(BufferedImage picture, TextMap map) {
        double cos = Math.cos(lean);
        double sin = Math.sin(lean);
        var toPicture = new AffineTransform(
                cos * map.across(),
                sin * map.down(),
                -sin * map.across(),
                cos * map.down(),
                (x - (width * cos - height * sin) / 2) * map.across(),
                (y - (width * sin + height * cos) / 2) * map.down());
        double finer = (map.across() + map.down()) / 2;
        int w = Math.max(1, (int) Math.round(width * finer));
        int h = Math.max(1, (int) Math.round(height * finer));
        toPicture.scale(1 / finer, 1 / finer);
        var line = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var pen = line.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        try {
            pen.drawImage(picture, toPicture.createInverse(), null);
        } catch (NoninvertibleTransformException flat) {
            throw new IllegalStateException("a line without height", flat);
        } finally {
            pen.dispose();
        }
        return h >= TALL * w ? laidDown(line) : line;
    }

    private static BufferedImage laidDown(BufferedImage line) {
        var out = new BufferedImage(line.getHeight(), line.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < line.getHeight(); y++) {
            for (int x = 0; x < line.getWidth(); x++) {
                out.setRGB(y, line.getWidth() - 1 - x, line.getRGB(x, y));
            }
        }
        return out;
    }
}
