package org.rongyi.seals;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures of seals, as PNG with sixteen degrees of red: sharp on paper, small in every document that
/// carries one.
///
/// @param widthMillimetres as it stands on paper
public record SealPicture(byte[] png, int widthMillimetres, int heightMillimetres) {
    private static final int PIXELS_PER_MILLIMETRE = 7;
    private static final int DEGREES = 16;

    /// Of an organisation: ring, star, its name on the arc; what the seal is for and its number below.
    public static SealPicture round(Typeface letters, String name, String purpose, String number, int millimetres) {
        Drawing drawing = new Drawing(letters, millimetres, millimetres);
        drawing.ring(1.2);
        drawing.star(millimetres * 0.145);
        double room = purpose.isEmpty() ? 250 : 220;
        drawing.arc(name, millimetres * 0.105, millimetres / 2.0 - 2.4, room, false);
        drawing.line(purpose, millimetres * 0.095, millimetres * 0.76);
        drawing.arc(number, millimetres * 0.045, millimetres / 2.0 - 2.2, 70, true);
        return drawing.done();
    }

    /// For invoices: an oval with a number in its middle.
    public static SealPicture oval(Typeface letters, String name, String purpose, String number) {
        Drawing drawing = new Drawing(letters, 40, 30);
        drawing.ring(1.0);
        drawing.arc(name, 3.1, 12.7, 170, false);
        drawing.line(number, 3.0, 17.2);
        drawing.line(purpose, 3.3, 24.5);
        return drawing.done();
    }

    /// Of a person: a square with the name, read from right to left.
    public static SealPicture square(Typeface letters, String name) {
        Drawing drawing = new Drawing(letters, 20, 20);
        drawing.box(1.0);
        drawing.columns(name.length() % 2 == 0 ? name : name + "印");
        return drawing.done();
    }

    /// Where letters and lines come together.
    private static final class Drawing {
        private final Typeface letters;
        private final double width;
        private final double height;
        private final BufferedImage image;
        private final Graphics2D graphics;

        Drawing(Typeface letters, int width, int height) {
            this.letters = letters;
            this.width = width;
            this.height = height;
            this.image = new BufferedImage(
                    width * PIXELS_PER_MILLIMETRE, height * PIXELS_PER_MILLIMETRE, BufferedImage.TYPE_BYTE_GRAY);
            this.graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(PIXELS_PER_MILLIMETRE, PIXELS_PER_MILLIMETRE);
            graphics.setColor(Color.WHITE);
        }

        void ring(double line) {
            graphics.setStroke(new BasicStroke((float) line));
            graphics.draw(
                    new Ellipse2D.Double(line / 2 + 0.2, line / 2 + 0.2, width - line - 0.4, height - line - 0.4));
        }

        void box(double line) {
            graphics.setStroke(new BasicStroke((float) line));
            graphics.draw(
                    new Rectangle2D.Double(line / 2 + 0.2, line / 2 + 0.2, width - line - 0.4, height - line - 0.4));
        }

        void star(double outer) {
            double inner = outer * Math.sin(Math.PI / 10) / Math.sin(7 * Math.PI / 10);
            Path2D star = new Path2D.Double();
            for (int corner = 0; corner < 10; corner++) {
                double angle = -Math.PI / 2 + corner * Math.PI / 5;
                double far = corner % 2 == 0 ? outer : inner;
                double x = width / 2 + far * Math.cos(angle);
                double y = height / 2 + far * Math.sin(angle);
                if (corner == 0) {
                    star.moveTo(x, y);
                } else {
                    star.lineTo(x, y);
                }
            }
            star.closePath();
            graphics.fill(star);
        }

        void line(String text, double size, double baseline) {
            double fitting = Math.min(size, size * (width * 0.72) / Math.max(1, letters.width(text, size)));
            double x = (width - letters.width(text, fitting)) / 2;
            for (int letter : text.codePoints().toArray()) {
                fill(letter, AffineTransform.getTranslateInstance(x, baseline), fitting, 1);
                x += letters.advance(letter, fitting);
            }
        }

        /// Letters that stand on a circle, or in the same relation on an oval, with their feet to the
        /// middle. Long names become narrower, as engravers do it.
        void arc(String text, double size, double radius, double roomDegrees, boolean below) {
            int[] all = text.codePoints().toArray();
            double step =
                    Math.min(Math.toDegrees(size * 1.32 / radius), all.length < 2 ? 0 : roomDegrees / (all.length - 1));
            double narrow = Math.min(1, Math.toRadians(step) * (radius - size) / (size * 0.92));
            for (int i = 0; i < all.length; i++) {
                double turn = Math.toRadians((i - (all.length - 1) / 2.0) * step);
                AffineTransform place = AffineTransform.getTranslateInstance(width / 2, height / 2);
                place.rotate(below ? -turn : turn);
                double rise = radius * (width == height ? 1 : flattened(turn));
                place.translate(-letters.advance(all[i], size) * narrow / 2, below ? rise : -rise + size * 0.86);
                fill(all[i], place, size, narrow);
            }
        }

        /// How far an oval's edge is from its middle in this direction, beside its half height.
        private double flattened(double turn) {
            double a = width / 2 - 2.3;
            double b = height / 2 - 2.3;
            double across = Math.sin(turn) / a;
            double along = Math.cos(turn) / b;
            return 1 / Math.sqrt(across * across + along * along) / b;
        }

        void columns(String text) {
            int[] all = text.codePoints().toArray();
            int rows = (all.length + 1) / 2;
            double cell = (height - 3.4) / rows;
            for (int i = 0; i < all.length; i++) {
                double wide = (width - 3.4) / 2;
                double x = 1.7 + (i < rows ? wide : 0);
                double y = 1.7 + (i % rows) * cell;
                double size = cell * 0.95;
                double narrow = Math.min(1.15, wide * 0.96 / size);
                double left = x + (wide - size * narrow) / 2;
                fill(all[i], AffineTransform.getTranslateInstance(left, y + cell * 0.86), size, narrow);
            }
        }

        private void fill(int letter, AffineTransform place, double size, double narrow) {
            AffineTransform whole = new AffineTransform(place);
            whole.scale(size * narrow, size);
            GeneralPath outline = letters.outline(letter);
            Shape there = whole.createTransformedShape(outline);
            graphics.fill(there);
        }

        SealPicture done() {
            graphics.dispose();
            byte[] red = new byte[DEGREES];
            byte[] green = new byte[DEGREES];
            byte[] blue = new byte[DEGREES];
            byte[] solid = new byte[DEGREES];
            for (int degree = 0; degree < DEGREES; degree++) {
                red[degree] = (byte) 0xd2;
                green[degree] = 0x16;
                blue[degree] = 0x1e;
                solid[degree] = (byte) (degree * 255 / (DEGREES - 1));
            }
            IndexColorModel colours = new IndexColorModel(4, DEGREES, red, green, blue, solid);
            BufferedImage small =
                    new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY, colours);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int ink = image.getRaster().getSample(x, y, 0);
                    small.getRaster().setSample(x, y, 0, (ink * (DEGREES - 1) + 127) / 255);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(small, "png", bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new SealPicture(bytes.toByteArray(), (int) width, (int) height);
        }
    }
}
