package org.rongyi.seals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.seals.Sheet.Block;
import org.rongyi.seals.Sheet.Blocks;
import org.rongyi.seals.Sheet.Ink;
import org.rongyi.seals.Sheet.Words;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ofd.OfdParts;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Xml;
import org.w3c.dom.Element;

/// Reads back what [OfdFile] has written: pages, what it says of itself, where its first seal stands. So a
/// twin in another format shows the same page, whatever has become of the template since. A file of another
/// writer is refused.
record OfdReading(List<Sheet> sheets, About about, List<Stamp> stamps) {
    private static final Pattern RECTANGLE =
            Pattern.compile("M (\\S+) (\\S+) L (\\S+) (\\S+) L (\\S+) (\\S+) L (\\S+) (\\S+) C");

    /// @throws IllegalArgumentException when this library has not written the file
    static OfdReading of(byte[] ofd) {
        try {
            return read(Container.read(ofd));
        } catch (Unreadable | NumberFormatException | IndexOutOfBoundsException foreign) {
            throw new IllegalArgumentException("no OFD document of this library", foreign);
        }
    }

    private static OfdReading read(Container file) throws Unreadable {
        OfdParts parts = OfdParts.of(file);
        Element info = Xml.need(Xml.need(Xml.read(file, OfdParts.ENTRANCE), "DocBody"), "DocInfo");
        if (!text(info, "Creator").equals(OfdFile.CREATOR)) {
            throw new IllegalArgumentException("(" + text(info, "Creator") + ") has written this document");
        }
        Instant written = LocalDate.parse(text(info, "CreationDate"))
                .atStartOfDay(ZoneOffset.ofHours(8))
                .toInstant();
        About about = new About(
                parts.id(),
                text(info, "Title"),
                text(info, "Author"),
                written,
                parts.data(OfdFile.VALID_UNTIL).map(LocalDate::parse).orElse(null));
        Element document = Xml.read(file, OfdFile.DOCUMENT);
        double[] area = parts.area();
        List<Sheet> sheets = new ArrayList<>();
        for (Element page : Xml.children(Xml.need(document, "Pages"), "Page")) {
            Element content = Xml.read(file, Container.resolve(OfdFile.DOCUMENT, page.getAttribute("BaseLoc")));
            sheets.add(new Sheet(area[0], area[1], marks(Xml.need(Xml.need(content, "Content"), "Layer"))));
        }
        return new OfdReading(sheets, about, stamps(file, parts));
    }

    private static String text(Element parent, String name) throws Unreadable {
        return Xml.need(parent, name).getTextContent();
    }

    private static List<Sheet.Mark> marks(Element layer) throws Unreadable {
        List<Sheet.Mark> marks = new ArrayList<>();
        for (Element path : Xml.children(layer, "PathObject")) {
            marks.add(blocks(path));
        }
        for (Element text : Xml.children(layer, "TextObject")) {
            double[] box = numbers(text.getAttribute("Boundary"));
            Element code = Xml.need(text, "TextCode");
            marks.add(new Words(
                    box[0],
                    box[1] + Double.parseDouble(code.getAttribute("Y")),
                    Double.parseDouble(text.getAttribute("Size")),
                    code.getTextContent(),
                    ink(text)));
        }
        return marks;
    }

    private static Blocks blocks(Element path) throws Unreadable {
        double[] box = numbers(path.getAttribute("Boundary"));
        Matcher each = RECTANGLE.matcher(Xml.need(path, "AbbreviatedData").getTextContent());
        List<Block> blocks = new ArrayList<>();
        while (each.find()) {
            double left = Double.parseDouble(each.group(1));
            double top = Double.parseDouble(each.group(2));
            double right = Double.parseDouble(each.group(5));
            double bottom = Double.parseDouble(each.group(6));
            blocks.add(new Block(box[0] + left, box[1] + top, right - left, bottom - top));
        }
        return new Blocks(blocks, ink(path));
    }

    private static Ink ink(Element object) throws Unreadable {
        double[] colour = numbers(Xml.need(object, "FillColor").getAttribute("Value"));
        return new Ink((int) colour[0], (int) colour[1], (int) colour[2]);
    }

    private static List<Stamp> stamps(Container file, OfdParts parts) throws Unreadable {
        Optional<String> signatures = parts.signatures();
        if (signatures.isEmpty()) {
            return List.of();
        }
        List<Stamp> stamps = new ArrayList<>();
        Element first =
                Xml.children(Xml.read(file, signatures.get()), "Signature").getFirst();
        String place = Container.resolve(signatures.get(), first.getAttribute("BaseLoc"));
        List<String> pages = parts.pages();
        for (Element stamp : Xml.children(Xml.need(Xml.read(file, place), "SignedInfo"), "StampAnnot")) {
            double[] box = numbers(stamp.getAttribute("Boundary"));
            stamps.add(new Stamp(pages.indexOf(stamp.getAttribute("PageRef")) + 1, box[0], box[1]));
        }
        return stamps;
    }

    private static double[] numbers(String text) {
        String[] each = text.strip().split("\\s+");
        double[] numbers = new double[each.length];
        for (int i = 0; i < each.length; i++) {
            numbers[i] = Double.parseDouble(each[i]);
        }
        return numbers;
    }
}
