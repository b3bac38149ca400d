package org.rongyi.seals;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/// One page: what stands where, in millimetres from the upper left corner.
public record Sheet(double width, double height, List<Mark> marks) {
    public Sheet {
        marks = List.copyOf(marks);
    }

    public sealed interface Mark {}

    /// @param y    of the baseline
    /// @param size of the letters in millimetres
    public record Words(double x, double y, double size, String text, Ink ink) implements Mark {}

    public record Block(double x, double y, double width, double height) {}

    public record Blocks(List<Block> blocks, Ink ink) implements Mark {
        public Blocks {
            blocks = List.copyOf(blocks);
        }
    }

    public record Ink(int red, int green, int blue) {
        public static final Ink BLACK = new Ink(0x1a, 0x1a, 0x1a);
        public static final Ink GREY = new Ink(0x66, 0x66, 0x66);
        public static final Ink RED = new Ink(0xc8, 0x10, 0x1e);
        public static final Ink GOLD = new Ink(0xb0, 0x85, 0x3a);
    }

    /// All words, for a font that has just these letters.
    String letters() {
        StringBuilder all = new StringBuilder();
        for (Mark mark : marks) {
            if (mark instanceof Words words) {
                all.append(words.text());
            }
        }
        return all.toString();
    }

    /// Draws a sheet.
    public static final class Pen {
        private final Typeface letters;
        private final double width;
        private final double height;
        private final List<Mark> marks = new ArrayList<>();

        public Pen(Typeface letters, double width, double height) {
            this.letters = letters;
            this.width = width;
            this.height = height;
        }

        public Pen words(double x, double y, double size, String text, Ink ink) {
            if (!text.isBlank()) {
                marks.add(new Words(x, y, size, text, ink));
            }
            return this;
        }

        public Pen centred(double y, double size, String text, Ink ink) {
            return words((width - letters.width(text, size)) / 2, y, size, text, ink);
        }

        /// @return where the next baseline stands
        public double paragraph(double x, double y, double column, double size, double leading, String text, Ink ink) {
            double at = y;
            for (String line : letters.wrap(text, size, column)) {
                words(x, at, size, line, ink);
                at += leading;
            }
            return at;
        }

        public Pen frame(double x, double y, double w, double h, double line, Ink ink) {
            marks.add(new Blocks(
                    List.of(
                            new Block(x, y, w, line),
                            new Block(x, y + h - line, w, line),
                            new Block(x, y, line, h),
                            new Block(x + w - line, y, line, h)),
                    ink));
            return this;
        }

        /// A code that a camera reads, as large as asked for.
        public Pen code(double x, double y, double size, String text) {
            try {
                ByteMatrix squares =
                        Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
                double side = size / squares.getWidth();
                List<Block> blocks = new ArrayList<>();
                for (int row = 0; row < squares.getHeight(); row++) {
                    int from = 0;
                    for (int column = 0; column <= squares.getWidth(); column++) {
                        boolean dark = column < squares.getWidth() && squares.get(column, row) == 1;
                        if (!dark) {
                            if (column > from) {
                                blocks.add(new Block(x + from * side, y + row * side, (column - from) * side, side));
                            }
                            from = column + 1;
                        }
                    }
                }
                marks.add(new Blocks(blocks, Ink.BLACK));
                return this;
            } catch (WriterException tooLong) {
                throw new IllegalArgumentException("(" + text + ") does not fit into a code", tooLong);
            }
        }

        /// @throws IllegalArgumentException when a character cannot be written: nobody wants a document
        /// with a hole
        public Sheet done() {
            Sheet sheet = new Sheet(width, height, marks);
            String missing = letters.missing(sheet.letters());
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("the font has no (" + missing + ")");
            }
            return sheet;
        }
    }
}
