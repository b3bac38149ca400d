package org.rongyi.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Two curves of seconds, beside each other: by firms, by policies.
final class GrowthPlot {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int MARGIN = 56;

    private GrowthPlot() {}

    /// @param at how many
    record Point(int at, double seconds) {}

    static String svg(List<Point> byFirms, List<Point> byPolicies) {
        double most = java.util.stream.Stream.concat(byFirms.stream(), byPolicies.stream())
                .mapToDouble(Point::seconds)
                .max()
                .orElse(1);
        int width = 2 * (WIDTH + 2 * MARGIN);
        int height = HEIGHT + 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>Seconds to match, by firms and by policies</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                %s%s</svg>
                """.formatted(
                width, height, curve(byFirms, most, 0, "firms"), curve(byPolicies, most, width / 2, "policies"));
    }

    private static String curve(List<Point> points, double most, int left, String what) {
        int last = points.getLast().at();
        String line = points.stream()
                .map(point -> "%d,%d".formatted(x(point, last, left), y(point.seconds(), most)))
                .collect(Collectors.joining(" "));
        String labels = points.stream()
                .map(point -> text(x(point, last, left), y(0, most) + 18, "middle", "%,d".formatted(point.at()))
                        + text(
                                x(point, last, left),
                                y(point.seconds(), most) - 8,
                                "middle",
                                String.format(Locale.ROOT, "%.2f s", point.seconds())))
                .collect(Collectors.joining());
        int origin = left + MARGIN;
        return """
                <path d="M%d,%d V%d H%d" fill="none" stroke="#505a5f"/>
                <path d="M%d,%d L%d,%d" fill="none" stroke="#b1b4b6" stroke-dasharray="5 4"/>
                <polyline points="%d,%d %s" fill="none" stroke="#1d70b8" stroke-width="2"/>
                %s%s""".formatted(
                origin,
                MARGIN,
                y(0, most),
                origin + WIDTH,
                origin,
                y(0, most),
                origin + WIDTH,
                y(points.getLast().seconds(), most),
                origin,
                y(0, most),
                line,
                labels,
                text(origin + WIDTH / 2, HEIGHT + 2 * MARGIN - 14, "middle", what + " (dashed: in proportion)"));
    }

    private static int x(Point point, int last, int left) {
        return left + MARGIN + (int) ((long) WIDTH * point.at() / last);
    }

    private static int y(double seconds, double most) {
        return MARGIN + HEIGHT - (int) (HEIGHT * seconds / most);
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n".formatted(x, y, anchor, words);
    }
}
