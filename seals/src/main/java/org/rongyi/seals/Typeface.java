package org.rongyi.seals;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters of documents and seals. The shipped ones are Noto Serif SC with the characters of GBK;
/// nothing on the machine is asked for.
public final class Typeface {
    /// Signs that begin no line.
    private static final String HANGING = "，。；：、）》」』！？”’,.;:)!?%％";
    /// What a reader needs of a font inside a document.
    private static final List<String> TABLES =
            List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name", "post", "OS/2");

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final int unitsPerEm;

    private Typeface(byte[] file) throws IOException {
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        this.letters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /// @throws IllegalArgumentException when the bytes are no TrueType font
    public static Typeface read(byte[] trueType) {
        try {
            return new Typeface(trueType);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("these bytes are no TrueType font", unreadable);
        }
    }

    public static Typeface shipped() {
        return Shipped.FONT;
    }

    /// Read once: it has ten megabytes.
    private static final class Shipped {
        static final Typeface FONT = load();

        private static Typeface load() {
            try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream("serif.ttf"))) {
                return read(in.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /// The characters of a text that cannot be written; empty when all can.
    public String missing(String text) {
        return text.codePoints()
                .filter(letter -> letter != '\n' && letters.getGlyphId(letter) == 0)
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The same text with 〓 for each character that cannot be written, as printers have always done.
    public String writable(String text) {
        return text.codePoints()
                .map(letter -> letters.getGlyphId(letter) == 0 && letter != '\n' ? '〓' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// @param size of the letters; the answer has its unit
    public double width(String text, double size) {
        return text.codePoints().mapToDouble(letter -> advance(letter, size)).sum();
    }

    double advance(int letter, double size) {
        try {
            return font.getAdvanceWidth(letters.getGlyphId(letter)) * size / unitsPerEm;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The lines of a text in a column.
    public List<String> wrap(String text, double size, double column) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            double filled = 0;
            for (String piece : pieces(paragraph, size, column)) {
                double more = width(piece, size);
                boolean hangs = HANGING.contains(piece) && filled <= column;
                if (filled + more > column && !line.isEmpty() && !hangs) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    filled = 0;
                    piece = piece.stripLeading();
                    more = width(piece, size);
                }
                line.append(piece);
                filled += more;
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /// What is not taken apart: a character, or a word or number of Latin letters that fits into the column.
    private List<String> pieces(String text, double size, double column) {
        List<String> pieces = new ArrayList<>();
        for (String piece : pieces(text)) {
            if (width(piece, size) <= column) {
                pieces.add(piece);
            } else {
                piece.codePoints().mapToObj(Character::toString).forEach(pieces::add);
            }
        }
        return pieces;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(letter -> {
            boolean latin = letter < 0x250 && Character.isLetterOrDigit(letter);
            if (!latin && !word.isEmpty()) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(letter);
            if (!latin) {
                pieces.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }

    /// The outline of a character, one unit high, its baseline at 0, downwards as on a page.
    synchronized GeneralPath outline(int letter) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(letters.getGlyphId(letter));
            GeneralPath path = glyph == null ? new GeneralPath() : glyph.getPath();
            path.transform(AffineTransform.getScaleInstance(1.0 / unitsPerEm, -1.0 / unitsPerEm));
            return path;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A font file with these characters only. One at a time: all cuts read from the same place.
    synchronized byte[] cut(String text) {
        try {
            TTFSubsetter subset = new TTFSubsetter(font, TABLES);
            text.codePoints().filter(letter -> letter != '\n').forEach(subset::add);
            subset.setPrefix("RYCUTS");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
