package org.rongyi.city.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.Sheet.Ink;
import org.rongyi.seals.Typeface;

/// How a licence looks: a landscape page with a golden frame, its lines on the left, code and office on the
/// right.
final class LicenceSheet {
    static final double SEAL_X = 214;
    static final double SEAL_Y = 138;

    private static final double WIDTH = 297;
    private static final double HEIGHT = 210;
    private static final double LABELS = 24;
    private static final double VALUES = 74;
    private static final double COLUMN = 132;
    private static final double LAST_LINE = 188;

    private LicenceSheet() {}

    /// @param lines label to value
    static Sheet of(String title, String number, Map<String, String> lines, String office, String address) {
        Typeface letters = Typeface.shipped();
        Sheet.Pen pen = new Sheet.Pen(letters, WIDTH, HEIGHT);
        pen.frame(8, 8, 281, 194, 1.2, Ink.GOLD).frame(10.5, 10.5, 276, 189, 0.4, Ink.GOLD);
        pen.centred(42, 16, letters.writable(title), Ink.BLACK).centred(54, 6, "演示", Ink.RED);
        double size = lines.values().stream().mapToInt(String::length).sum() > 500 ? 4 : 5;
        double y = 70;
        for (Map.Entry<String, String> line : writable(letters, lines).entrySet()) {
            pen.words(LABELS, y, size, line.getKey(), Ink.GREY);
            for (String part : letters.wrap(line.getValue(), size, COLUMN)) {
                if (y < LAST_LINE) {
                    pen.words(VALUES, y, size, part, Ink.BLACK);
                    y += size * 1.55;
                }
            }
            y += size * 0.5;
        }
        pen.code(228, 62, 34, address).words(228, 102, 3.6, "扫码核验", Ink.GREY);
        pen.words(212, 172, 5, "发证机关", Ink.GREY).words(212, 181, 5, letters.writable(office), Ink.BLACK);
        pen.centred(194.5, 3.2, letters.writable("证照标识 " + number), Ink.GREY);
        pen.centred(198.4, 3, "演示文件，不具有法律效力　DEMONSTRATION, WITHOUT LEGAL FORCE", Ink.RED);
        return pen.done();
    }

    private static Map<String, String> writable(Typeface letters, Map<String, String> lines) {
        Map<String, String> writable = new LinkedHashMap<>();
        lines.forEach((label, value) -> writable.put(letters.writable(label), letters.writable(value)));
        return writable;
    }
}
