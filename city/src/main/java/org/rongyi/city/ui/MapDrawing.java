package org.rongyi.city.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.ui.CityMap.Drawing;
import org.rongyi.city.ui.CityMap.Shade;
import org.rongyi.city.ui.CityMap.Shape;
import org.rongyi.city.ui.Outlines.Outline;

/// Draws districts on paper: degrees to points, counts to shades.
final class MapDrawing {
    private static final int WIDTH = 640;
    private static final int INSET_WIDTH = 300;
    private static final int SHADES = 5;
    /// Room that a name needs to be written on its district. One with less on the whole is drawn again, larger.
    private static final double ROOM_FOR_NAME = 64;

    /// Exclaves smaller than this would be specks.
    private static final double LEAST_SEEN = 4;

    private final Page page;
    private final Map<String, @Nullable Long> counts;
    private final Map<String, String> names;
    private final String hidden;
    private final UnaryOperator<String> beside;
    private final List<Long> steps;

    /// @param counts by district code; a missing one counts as none, null is one that is not shown
    /// @param names by district code, in the language of the page
    /// @param hidden stands for a count that is not shown
    /// @param beside what stands behind the count
    MapDrawing(
            Page page,
            Map<String, @Nullable Long> counts,
            Map<String, String> names,
            String hidden,
            UnaryOperator<String> beside) {
        this.page = page;
        this.hidden = hidden;
        this.beside = beside;
        this.counts = counts;
        this.names = names;
        this.steps = steps(counts.values().stream().filter(Objects::nonNull).collect(Collectors.toList()));
    }

    CityMap draw(List<Outline> outlines) {
        Frame frame = Frame.around(outlines, WIDTH);
        List<Outline> small = outlines.stream().filter(frame::tooSmall).toList();
        return new CityMap(
                drawing(frame, outlines),
                small.size() < 2 ? null : drawing(Frame.around(small, INSET_WIDTH), small),
                legend());
    }

    private Drawing drawing(Frame frame, List<Outline> outlines) {
        return new Drawing(
                frame.width,
                frame.height,
                outlines.stream().map(outline -> shape(frame, outline)).toList());
    }

    private Shape shape(Frame frame, Outline outline) {
        Long count = counts.containsKey(outline.code()) ? counts.get(outline.code()) : Long.valueOf(0);
        String name = names.getOrDefault(outline.code(), outline.code());
        String shown = (count == null ? hidden : page.count(count)) + beside.apply(outline.code());
        boolean room = frame.narrowest(outline) >= ROOM_FOR_NAME;
        return new Shape(
                frame.path(outline),
                "m" + shade(count == null ? 0 : count),
                room ? name : "",
                room ? shown : "",
                (int) Math.round(frame.x(outline.x())),
                (int) Math.round(frame.y(outline.y())),
                name + " " + shown);
    }

    /// Lower bounds of the shades, so that each shade has about as many districts. Where there is nothing in some, they
    /// have a shade of their own, or a few would be lost among many of none.
    private static List<Long> steps(List<Long> values) {
        List<Long> some = values.stream().filter(value -> value > 0).sorted().toList();
        int least = some.size() < values.size() ? 0 : 1;
        TreeSet<Long> steps = new TreeSet<>();
        for (int i = least; i < SHADES - 1 + least && !some.isEmpty(); i++) {
            steps.add(rounded(some.get(some.size() * i / (SHADES - 1 + least))));
        }
        return List.copyOf(steps);
    }

    /// Two telling digits are enough for a legend.
    private static long rounded(long value) {
        long unit = 1;
        while (value / unit >= 100) {
            unit *= 10;
        }
        return value / unit * unit;
    }

    private int shade(long count) {
        return (int) steps.stream().filter(step -> count >= step).count();
    }

    private List<Shade> legend() {
        List<Shade> legend = new ArrayList<>();
        for (int i = steps.size(); i >= 0; i--) {
            String from = i == 0 ? "" : page.number(steps.get(i - 1));
            String to = i == steps.size() ? "" : page.number(steps.get(i));
            String says;
            if (steps.isEmpty()) {
                says = page.say("全部", "all");
            } else if (to.isEmpty()) {
                says = page.say(from + " 以上", from + " or more");
            } else if (from.isEmpty()) {
                says = steps.getFirst() == 1 ? page.number(0) : page.say("不到 " + to, "under " + to);
            } else {
                says = page.say(from + " 到 " + to, from + " to " + to);
            }
            legend.add(new Shade("m" + i, says));
        }
        return legend;
    }

    /// Where a place on the ground lies on the paper. At one latitude, degrees of longitude are shorter by its cosine.
    private record Frame(double west, double north, double scaleX, double scaleY, int width, int height) {
        static Frame around(List<Outline> outlines, int width) {
            double west = bound(outlines, 0, true);
            double east = bound(outlines, 0, false);
            double south = bound(outlines, 1, true);
            double north = bound(outlines, 1, false);
            double scaleX = (width - 2) / (east - west);
            double scaleY = scaleX / Math.cos(Math.toRadians((south + north) / 2));
            return new Frame(west, north, scaleX, scaleY, width, (int) Math.ceil((north - south) * scaleY) + 2);
        }

        private static double bound(List<Outline> outlines, int axis, boolean least) {
            var values = outlines.stream()
                    .flatMap(outline -> outline.rings().stream())
                    .flatMap(java.util.Arrays::stream)
                    .mapToDouble(point -> point[axis]);
            return (least ? values.min() : values.max()).orElse(0);
        }

        double x(double longitude) {
            return 1 + (longitude - west) * scaleX;
        }

        double y(double latitude) {
            return 1 + (north - latitude) * scaleY;
        }

        double narrowest(Outline outline) {
            List<Outline> one = List.of(outline);
            return Math.min(
                    (bound(one, 0, false) - bound(one, 0, true)) * scaleX,
                    (bound(one, 1, false) - bound(one, 1, true)) * scaleY);
        }

        boolean tooSmall(Outline outline) {
            return narrowest(outline) < ROOM_FOR_NAME;
        }

        private boolean tooSmallToSee(double[][] ring) {
            Outline island = new Outline("", List.<double[][]>of(ring), 0, 0);
            return narrowest(island) < LEAST_SEEN;
        }

        String path(Outline outline) {
            StringBuilder path = new StringBuilder();
            for (double[][] ring : outline.rings()) {
                if (tooSmallToSee(ring)) {
                    continue;
                }
                String before = "";
                for (int i = 0; i + 1 < ring.length; i++) {
                    String point = Math.round(x(ring[i][0])) + "," + Math.round(y(ring[i][1]));
                    if (!point.equals(before)) {
                        path.append(i == 0 ? "M" : " ").append(point);
                    }
                    before = point;
                }
                path.append("Z");
            }
            return path.toString();
        }
    }
}
