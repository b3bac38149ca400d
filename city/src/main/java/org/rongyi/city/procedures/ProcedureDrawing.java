package org.rongyi.city.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.city.ui.Page;
import org.rongyi.definitions.procedure.Drawing;
import org.rongyi.definitions.procedure.Drawing.Figure;
import org.rongyi.definitions.procedure.Procedure;
import org.rongyi.definitions.procedure.Procedure.Answer;
import org.rongyi.definitions.procedure.Procedure.Node;
import org.rongyi.definitions.procedure.Procedure.Shape;
import org.rongyi.definitions.procedure.Roles;

/// A procedure on a page, in its language: drawn, and said in words for whoever does not see the drawing.
///
/// @param rows the steps in words
public record ProcedureDrawing(int width, int height, List<Box> boxes, List<Arrow> arrows, List<Row> rows) {
    private static final int LINE = 17;
    private static final int PADDING = 10;
    private static final double UNIT = 7;
    private static final int MOST_LINES = 3;
    private static final int LABEL_UNITS = 15;

    /// @param corners of a gateway
    /// @param here somebody has something to do here
    public record Box(Shape shape, Figure at, String corners, List<Text> lines, boolean here) {}

    public record Text(String text, double x, double y) {}

    public record Arrow(String path, List<Text> lines) {}

    /// @param leads each answer and where it leads
    public record Row(String step, String who, List<String> leads, boolean here) {}

    public static ProcedureDrawing of(Page page, Procedure procedure, Set<String> here) {
        Drawing drawing = Drawing.of(procedure);
        List<Box> boxes = drawing.figures().stream()
                .map(figure -> new Box(
                        figure.node().shape(),
                        figure,
                        figure.corners(),
                        lines(page, figure),
                        here.contains(figure.node().id())))
                .toList();
        List<Arrow> arrows = drawing.lines().stream()
                .map(line -> new Arrow(line.path(), label(page.say(line.name()), line.x(), line.y())))
                .toList();
        List<Row> rows = procedure.steps().stream()
                .map(step -> new Row(
                        page.say(step.name()),
                        page.say(Roles.words(Objects.requireNonNull(step.who(), step.id()))),
                        procedure.answers(step.id()).stream()
                                .map(answer -> leads(page, procedure, answer))
                                .toList(),
                        here.contains(step.id())))
                .toList();
        return new ProcedureDrawing((int) drawing.width() + 1, (int) drawing.height() + 1, boxes, arrows, rows);
    }

    private static List<Text> lines(Page page, Figure figure) {
        Shape shape = figure.node().shape();
        String name = page.say(figure.node().name());
        if (shape == Shape.CHOICE || shape == Shape.FORK) {
            return List.of();
        }
        boolean step = shape == Shape.STEP;
        int units = step ? (int) ((figure.width() - PADDING) / UNIT) : LABEL_UNITS;
        List<String> wrapped = wrap(name, Math.max(units, 6));
        double first =
                step ? figure.centre() - (wrapped.size() - 1) * LINE / 2.0 + 5 : figure.y() + figure.height() + LINE;
        List<Text> lines = new ArrayList<>();
        for (String line : wrapped) {
            lines.add(new Text(line, figure.middle(), first + lines.size() * LINE));
        }
        return lines;
    }

    private static List<Text> label(String name, double x, double y) {
        List<String> wrapped = name.isEmpty() ? List.of() : wrap(name, LABEL_UNITS);
        List<Text> lines = new ArrayList<>();
        for (String line : wrapped) {
            lines.add(new Text(line, x, y - (wrapped.size() - 1 - lines.size()) * LINE));
        }
        return lines;
    }

    /// Chinese breaks anywhere, English between words; what does not fit in three lines ends with an ellipsis.
    static List<String> wrap(String text, int units) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<=\\s)|(?<=\\p{IsHan})|(?=\\p{IsHan})")) {
            if (units(line + word.stripTrailing()) > units && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
        shown.set(MOST_LINES - 1, shown.getLast() + "…");
        return shown;
    }

    private static int units(CharSequence text) {
        return text.codePoints().map(point -> point > 0x2e80 ? 2 : 1).sum();
    }

    private static String leads(Page page, Procedure procedure, Answer answer) {
        String next = procedure.after(answer).stream()
                .map(Node::name)
                .map(page::say)
                .collect(Collectors.joining(page.say("、", ", ")));
        return page.say(answer.name()) + " → " + next;
    }
}
