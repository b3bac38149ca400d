package org.rongyi.city.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.Sheet.Ink;
import org.rongyi.seals.Stamp;
import org.rongyi.seals.Typeface;

/// How a licence looks: landscape pages with a golden frame, its lines on the left, code and office on the right.
/// Nothing
/// is left out: what does not fit is written smaller, and then on further pages that look the same.
final class LicenceSheet {
    private static final double WIDTH = 297;
    private static final double HEIGHT = 210;
    private static final double LABELS = 24;
    private static final double VALUES = 74;
    private static final double LABEL_COLUMN = 47;
    private static final double COLUMN = 132;
    private static final double FIRST_LINE = 70;
    private static final double LAST_LINE = 188;
    private static final double OFFICE_COLUMN = 66;
    private static final double[] SIZES = {5, 4.5, 4, 3.6};
    private static final double SIZE_ON_SEVERAL = 4;
    private static final double LEADING = 1.55;
    private static final double BETWEEN = 0.5;
    /// A line that takes more stands behind the others where there are several pages: on the first is what is asked
    /// for.
    private static final int SHORT = 3;

    private final Typeface letters = Typeface.shipped();
    private final String title;
    private final String number;
    private final String office;
    private final String address;

    private LicenceSheet(String title, String number, String office, String address) {
        this.title = letters.writable(title);
        this.number = letters.writable(number);
        this.office = letters.writable(office);
        this.address = address;
    }

    /// A label with its value, both cut into lines of their columns.
    private record Row(String label, List<String> labels, List<String> values) {
        int height() {
            return Math.max(labels.size(), values.size());
        }
    }

    /// @param lines label to value
    static List<Sheet> of(String title, String number, Map<String, String> lines, String office, String address) {
        LicenceSheet licence = new LicenceSheet(title, number, office, address);
        for (double size : SIZES) {
            List<Row> rows = licence.rows(lines, size);
            double high = rows.stream()
                    .mapToDouble(row -> row.height() * size * LEADING + size * BETWEEN)
                    .sum();
            if (FIRST_LINE + high - size * (LEADING + BETWEEN) <= LAST_LINE) {
                return List.of(licence.page(rows, size, 1, 1));
            }
        }
        return licence.several(licence.rows(lines, SIZE_ON_SEVERAL));
    }

    /// The seal of the office, on every page.
    static List<Stamp> stamps(int pages) {
        List<Stamp> stamps = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            stamps.add(new Stamp(page, 214, 138));
        }
        return stamps;
    }

    private List<Row> rows(Map<String, String> lines, double size) {
        List<Row> rows = new ArrayList<>();
        lines.forEach((label, value) -> rows.add(row(letters.writable(label), letters.writable(value), size)));
        return rows;
    }

    private Row row(String label, String value, double size) {
        return new Row(label, letters.wrap(label, size, LABEL_COLUMN), letters.wrap(value, size, COLUMN));
    }

    private List<Sheet> several(List<Row> rows) {
        List<Row> ordered = new ArrayList<>(
                rows.stream().filter(row -> row.height() <= SHORT).toList());
        ordered.addAll(rows.stream().filter(row -> row.height() > SHORT).toList());
        List<List<Row>> pages = new ArrayList<>();
        pages.add(new ArrayList<>());
        double y = FIRST_LINE;
        for (Row row : ordered) {
            Row rest = row;
            while (rest.height() > 0) {
                int room = (int) Math.floor((LAST_LINE - y) / (SIZE_ON_SEVERAL * LEADING)) + 1;
                if (room < Math.min(2, rest.height()) || room < rest.labels().size()) {
                    pages.add(new ArrayList<>());
                    y = FIRST_LINE;
                    continue;
                }
                int here = Math.min(room, rest.height());
                pages.getLast().add(firstLines(rest, here));
                y += here * SIZE_ON_SEVERAL * LEADING + SIZE_ON_SEVERAL * BETWEEN;
                rest = otherLines(rest, here);
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            sheets.add(page(pages.get(i), SIZE_ON_SEVERAL, i + 1, pages.size()));
        }
        return sheets;
    }

    private static Row firstLines(Row row, int count) {
        return new Row(
                row.label(),
                row.labels(),
                row.values().subList(0, Math.min(count, row.values().size())));
    }

    private Row otherLines(Row row, int from) {
        if (from >= row.values().size()) {
            return new Row("", List.of(), List.of());
        }
        String label = row.label().endsWith("（续）") ? row.label() : row.label() + "（续）";
        return new Row(
                label,
                letters.wrap(label, SIZE_ON_SEVERAL, LABEL_COLUMN),
                row.values().subList(from, row.values().size()));
    }

    private Sheet page(List<Row> rows, double size, int page, int pages) {
        Sheet.Pen pen = new Sheet.Pen(letters, WIDTH, HEIGHT);
        pen.frame(8, 8, 281, 194, 1.2, Ink.GOLD).frame(10.5, 10.5, 276, 189, 0.4, Ink.GOLD);
        double large = Math.min(16, 16 * 230 / Math.max(1, letters.width(title, 16)));
        pen.centred(42, large, title, Ink.BLACK).centred(54, 6, "演示", Ink.RED);
        double y = FIRST_LINE;
        for (Row row : rows) {
            write(pen, LABELS, y, size, row.labels(), Ink.GREY);
            write(pen, VALUES, y, size, row.values(), Ink.BLACK);
            y += row.height() * size * LEADING + size * BETWEEN;
        }
        pen.code(228, 62, 34, address).words(228, 102, 3.6, "扫码核验", Ink.GREY);
        if (pages > 1) {
            pen.words(228, 112, 5, "第 " + page + " 页，共 " + pages + " 页", Ink.BLACK);
        }
        List<String> by = letters.wrap(office, 5, OFFICE_COLUMN);
        double above = 181 - (by.size() - 1) * 5 * 1.3;
        pen.words(212, above - 9, 5, "发证机关", Ink.GREY);
        pen.paragraph(212, above, OFFICE_COLUMN, 5, 5 * 1.3, office, Ink.BLACK);
        pen.centred(193.4, 3.2, "证照标识 " + number, Ink.GREY);
        pen.centred(197.4, 3, "演示文件，不具有法律效力　DEMONSTRATION, WITHOUT LEGAL FORCE", Ink.RED);
        return pen.done();
    }

    private static void write(Sheet.Pen pen, double x, double y, double size, List<String> lines, Ink ink) {
        for (int i = 0; i < lines.size(); i++) {
            pen.words(x, y + i * size * LEADING, size, lines.get(i), ink);
        }
    }
}
