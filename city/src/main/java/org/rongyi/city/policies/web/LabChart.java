package org.rongyi.city.policies.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.PolicyLab.Curve;
import org.rongyi.city.policies.PolicyLab.Point;
import org.rongyi.city.ui.Page;

/// Count and money over the range of one number: two drawings, and a table that says the same.
///
/// @param field of the number
/// @param money null when nothing can be computed
public record LabChart(
        String field, String name, Drawing count, @Nullable Drawing money, List<Row> rows) {
    private static final int LEFT = 92;
    private static final int RIGHT = 404;
    private static final int TOP = 30;
    private static final int BOTTOM = 166;
    private static final int ROWS = 11;

    /// @param path the line, as an SVG path
    /// @param ticks of the upright axis
    /// @param marks upright lines: where the draft is, and the text in force
    public record Drawing(String says, String path, List<Tick> ticks, List<Tick> values, List<Mark> marks, int dotY) {}

    public record Tick(int at, String label) {}

    /// @param draft whether it is the draft's own value
    /// @param left whether its label stands on the left of the line
    public record Mark(int x, String label, boolean draft, boolean left) {}

    public record Row(String value, String holds, String money) {}

    static LabChart of(Page page, Curve curve, @Nullable BigDecimal before) {
        List<Point> points = curve.points();
        List<Mark> marks = marks(page, curve, before);
        boolean money = points.stream().allMatch(point -> point.cappedYuan() != null);
        String name = page.say(LabView.partName(curve.dial().part()))
                + (curve.dial().unit() == null
                        ? ""
                        : page.say("（", " (") + page.say(curve.dial().unit()) + page.say("）", ")"));
        return new LabChart(
                LabForm.number(curve.dial().part(), curve.dial().number()),
                name,
                drawing(page, page.say("符合的户数", "Entities that meet it"), points, LabChart::holds, curve, marks),
                money
                        ? drawing(page, page.say("资金（万元）", "Money (10,000 yuan)"), points, LabChart::wan, curve, marks)
                        : null,
                rows(page, points));
    }

    /// Rounded, so that the steps of the curve say nothing of one firm.
    private static double holds(Point point) {
        return Objects.requireNonNullElse(LabFigures.told(point.holds()), 0L);
    }

    private static double wan(Point point) {
        BigDecimal yuan = point.cappedYuan();
        return yuan == null || point.holds() < 10
                ? 0
                : LabFigures.rounded(yuan, point.holds()).doubleValue();
    }

    private static List<Row> rows(Page page, List<Point> points) {
        List<Row> rows = new ArrayList<>();
        int every = Math.max(1, (points.size() - 1) / (ROWS - 1));
        for (int i = 0; i < points.size(); i += every) {
            Point point = points.get(i);
            BigDecimal yuan = point.cappedYuan();
            rows.add(new Row(
                    page.number(point.value()),
                    LabFigures.words(page, LabFigures.told(point.holds())),
                    yuan == null ? "—" : LabFigures.money(page, yuan, point.holds())));
        }
        return rows;
    }

    private static List<Mark> marks(Page page, Curve curve, @Nullable BigDecimal before) {
        List<Mark> marks = new ArrayList<>();
        BigDecimal now = curve.dial().value();
        boolean moved = before != null && before.compareTo(now) != 0;
        if (before != null && moved && before.compareTo(curve.dial().high()) <= 0) {
            marks.add(new Mark(
                    x(curve, before), page.say("现行 ", "now ") + page.number(before), false, before.compareTo(now) < 0));
        }
        marks.add(new Mark(
                x(curve, now),
                page.say("草案 ", "draft ") + page.number(now),
                true,
                before != null && moved && before.compareTo(now) > 0));
        return marks;
    }

    private static int x(Curve curve, BigDecimal value) {
        double low = curve.dial().low().doubleValue();
        double high = curve.dial().high().doubleValue();
        return (int) Math.round(LEFT + (RIGHT - LEFT) * (value.doubleValue() - low) / Math.max(1e-9, high - low));
    }

    private static Drawing drawing(
            Page page, String says, List<Point> points, ToDoubleFunction<Point> value, Curve curve, List<Mark> marks) {
        double top = round(points.stream().mapToDouble(value).max().orElse(0));
        StringBuilder path = new StringBuilder();
        double nearest = 0;
        BigDecimal now = curve.dial().value();
        for (Point point : points) {
            double y = y(value.applyAsDouble(point), top);
            path.append(path.isEmpty() ? "M" : " L")
                    .append(x(curve, point.value()))
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%.1f", y));
            nearest = point.value().compareTo(now) <= 0 ? y : nearest;
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 2; i++) {
            double at = top * i / 2;
            ticks.add(new Tick((int) Math.round(y(at, top)), page.number(Math.round(at))));
        }
        List<Tick> values = new ArrayList<>();
        for (int i = 0; i <= 2; i++) {
            BigDecimal at = curve.dial()
                    .high()
                    .subtract(curve.dial().low())
                    .multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.TWO)
                    .add(curve.dial().low());
            values.add(new Tick(x(curve, at), page.number(at)));
        }
        return new Drawing(says, path.toString(), ticks, values, marks, (int) Math.round(nearest));
    }

    private static double y(double value, double top) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    /// The next round number.
    private static double round(double most) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(10, most))));
        return Math.max(10, Math.ceil(most / unit * 2) * unit / 2);
    }
}
