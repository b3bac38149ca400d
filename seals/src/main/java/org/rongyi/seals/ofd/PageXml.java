package org.rongyi.seals.ofd;

import java.util.Locale;

/// Puts together the content of a page. Numbers are millimetres with three digits behind the point.
public final class PageXml {
    private final StringBuilder objects = new StringBuilder();
    private final int page;
    private final int font;
    private int id;

    /// @param page its number; what stands on it is numbered on from there
    public PageXml(int page, int font) {
        this.page = page;
        this.font = font;
        this.id = page + 1;
    }

    public int id() {
        return page;
    }

    /// @param advances of each character
    public void words(double x, double baseline, double size, String text, String colour, double[] advances) {
        StringBuilder steps = new StringBuilder();
        double width = 0;
        for (int i = 0; i < advances.length; i++) {
            if (i < advances.length - 1) {
                steps.append(i == 0 ? "" : " ").append(number(advances[i]));
            }
            width += advances[i];
        }
        double above = size * 0.95;
        objects.append("<ofd:TextObject ID=\"%d\" Boundary=\"%s\" Font=\"%d\" Size=\"%s\">"
                .formatted(id++, box(x, baseline - above, width + size * 0.1, size * 1.3), font, number(size)));
        objects.append("<ofd:FillColor Value=\"%s\"/><ofd:TextCode X=\"0\" Y=\"%s\"%s>%s</ofd:TextCode>"
                .formatted(
                        colour, number(above), steps.isEmpty() ? "" : " DeltaX=\"" + steps + "\"", Xml.escape(text)));
        objects.append("</ofd:TextObject>");
    }

    /// @param path relative to the upper left corner of the box
    public void area(double x, double y, double width, double height, String path, String colour) {
        objects.append("<ofd:PathObject ID=\"%d\" Boundary=\"%s\" Stroke=\"false\" Fill=\"true\">"
                .formatted(id++, box(x, y, width, height)));
        objects.append("<ofd:FillColor Value=\"%s\"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>"
                .formatted(colour, path));
    }

    public String content() {
        return "<ofd:Page xmlns:ofd=\"%s\"><ofd:Content><ofd:Layer ID=\"%d\" Type=\"Body\">%s</ofd:Layer>"
                        .formatted(Xml.NAMESPACE, id, objects)
                + "</ofd:Content></ofd:Page>";
    }

    /// The largest number given so far.
    public int lastId() {
        return id;
    }

    public static String number(double millimetres) {
        String text = String.format(Locale.ROOT, "%.3f", millimetres);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    public static String box(double x, double y, double width, double height) {
        return number(x) + " " + number(y) + " " + number(width) + " " + number(height);
    }
}
