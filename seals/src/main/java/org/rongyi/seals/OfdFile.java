package org.rongyi.seals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.seals.Sheet.Block;
import org.rongyi.seals.Sheet.Blocks;
import org.rongyi.seals.Sheet.Ink;
import org.rongyi.seals.Sheet.Words;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ofd.OfdParts;
import org.rongyi.seals.ofd.PageXml;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Xml;

/// Documents in OFD (GB/T 33190-2016).
public final class OfdFile {
    /// An entry of the document's own data: the last day of what it grants.
    static final String VALID_UNTIL = "validUntil";

    static final String CREATOR = "Rongyi";
    static final String DOCUMENT = "/Doc_0/Document.xml";

    private static final int FONT = 1;
    private static final int FIRST_PAGE = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.ofHours(8));

    private OfdFile() {}

    /// Writes a document without a seal, with the letters that it needs inside.
    public static byte[] write(Sheet sheet, Typeface letters, About about) {
        return write(List.of(sheet), letters, about);
    }

    /// The same with several pages of one size.
    public static byte[] write(List<Sheet> sheets, Typeface letters, About about) {
        Container file = Container.empty();
        file.put("/OFD.xml", entrance(about));
        List<PageXml> pages = new ArrayList<>();
        StringBuilder used = new StringBuilder();
        int next = FIRST_PAGE;
        for (Sheet sheet : sheets) {
            PageXml page = new PageXml(next, FONT);
            draw(page, sheet, letters);
            pages.add(page);
            used.append(sheet.letters());
            next = page.lastId() + 1;
        }
        file.put(DOCUMENT, document(sheets.getFirst(), pages));
        file.put("/Doc_0/PublicRes.xml", fonts());
        file.put("/Doc_0/Res/letters.ttf", letters.cut(used.toString()));
        for (int i = 0; i < pages.size(); i++) {
            file.put("/Doc_0/" + place(i), Xml.bytes(pages.get(i).content()));
        }
        return file.write();
    }

    private static String place(int page) {
        return "Pages/Page_" + page + "/Content.xml";
    }

    private static void draw(PageXml page, Sheet sheet, Typeface letters) {
        for (Sheet.Mark mark : sheet.marks()) {
            switch (mark) {
                case Words words ->
                    page.words(
                            words.x(),
                            words.y(),
                            words.size(),
                            words.text(),
                            colour(words.ink()),
                            words.text()
                                    .codePoints()
                                    .mapToDouble(letter -> letters.advance(letter, words.size()))
                                    .toArray());
                case Blocks blocks -> draw(page, blocks);
            }
        }
    }

    private static void draw(PageXml page, Blocks blocks) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Block block : blocks.blocks()) {
            left = Math.min(left, block.x());
            top = Math.min(top, block.y());
            right = Math.max(right, block.x() + block.width());
            bottom = Math.max(bottom, block.y() + block.height());
        }
        StringBuilder path = new StringBuilder();
        for (Block block : blocks.blocks()) {
            String from = PageXml.number(block.x() - left);
            String to = PageXml.number(block.x() - left + block.width());
            String above = PageXml.number(block.y() - top);
            String below = PageXml.number(block.y() - top + block.height());
            path.append("M %s %s L %s %s L %s %s L %s %s C ".formatted(from, above, to, above, to, below, from, below));
        }
        page.area(left, top, right - left, bottom - top, path.toString().strip(), colour(blocks.ink()));
    }

    private static String colour(Ink ink) {
        return ink.red() + " " + ink.green() + " " + ink.blue();
    }

    private static byte[] entrance(About about) {
        return Xml.bytes("<ofd:OFD xmlns:ofd=\"%s\" Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>"
                        .formatted(Xml.NAMESPACE)
                + "<ofd:DocID>%s</ofd:DocID><ofd:Title>%s</ofd:Title><ofd:Author>%s</ofd:Author>"
                        .formatted(Xml.escape(about.id()), Xml.escape(about.title()), Xml.escape(about.author()))
                + "<ofd:CreationDate>%s</ofd:CreationDate><ofd:Creator>%s</ofd:Creator>"
                        .formatted(DAY.format(about.writtenAt()), CREATOR)
                + (about.validUntil() == null
                        ? ""
                        : "<ofd:CustomDatas><ofd:CustomData Name=\"%s\">%s</ofd:CustomData></ofd:CustomDatas>"
                                .formatted(VALID_UNTIL, about.validUntil()))
                + "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    }

    private static byte[] document(Sheet sheet, List<PageXml> pages) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            entries.append("<ofd:Page ID=\"%d\" BaseLoc=\"%s\"/>"
                    .formatted(pages.get(i).id(), place(i)));
        }
        return Xml.bytes("<ofd:Document xmlns:ofd=\"%s\"><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID>"
                        .formatted(Xml.NAMESPACE, pages.getLast().lastId() + 1)
                + "<ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea>"
                        .formatted(PageXml.box(0, 0, sheet.width(), sheet.height()))
                + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
                + entries + "</ofd:Pages></ofd:Document>");
    }

    private static byte[] fonts() {
        return Xml.bytes("<ofd:Res xmlns:ofd=\"%s\" BaseLoc=\"Res\"><ofd:Fonts>".formatted(Xml.NAMESPACE)
                + "<ofd:Font ID=\"%d\" FontName=\"Noto Serif SC\" FamilyName=\"Noto Serif SC\">".formatted(FONT)
                + "<ofd:FontFile>letters.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>");
    }

    /// The sizes of the pages of anybody's document.
    public static List<PageSize> pages(byte[] ofd) throws Unreadable {
        OfdParts parts = OfdParts.of(Container.read(ofd));
        double[] area = parts.area();
        return parts.pages().stream().map(_ -> new PageSize(area[0], area[1])).toList();
    }

    /// Puts a seal on a document. Every part of it is under the seal, those of earlier seals apart, which
    /// have their own.
    ///
    /// @param at what the signature says about its time
    /// @throws IllegalArgumentException when the file cannot be sealed, or the seal does not admit the key
    public static byte[] seal(byte[] ofd, Seal seal, List<Stamp> stamps, SigningKey key, Instant at) {
        Seal.requireSm2(key.certificate());
        if (!seal.admits(key.certificate())) {
            throw new IllegalArgumentException("the seal (" + seal.name() + ") does not admit this key");
        }
        try {
            return new OfdSealing(Container.read(ofd), seal, key, at).put(stamps);
        } catch (Unreadable unreadable) {
            throw new IllegalArgumentException("no OFD document to seal: " + unreadable.detail(), unreadable);
        }
    }
}
