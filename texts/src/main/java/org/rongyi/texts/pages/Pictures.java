package org.rongyi.texts.pages;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Opens pictures that strangers send: what would not fit into memory is made smaller while it is read.
final class Pictures {
    /// The longer side that is looked at; finer print than this allows is no print that people read.
    private static final int LONGEST = 2400;

    /// Finer than a page is scanned; what has more takes memory that others need.
    static final long MOST_PIXELS = 100_000_000L;

    private static final int LONGEST_SIDE = 30_000;

    /// Of 255 shades; print that is fainter nobody reads.
    private static final int FAINT = 24;

    static {
        ImageIO.setUseCache(false); // what people bring is not written into the folder for temporary files
    }

    private Pictures() {}

    /// Empty when it is no picture.
    ///
    /// @throws NotForUs if it may be sound, and is too large or has colours that nobody here decodes
    static Optional<BufferedImage> open(byte[] content) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                    throw new NotForUs("a picture of %d x %d".formatted(width, height));
                }
                if (!reader.getImageTypes(0).hasNext()) {
                    throw new NotForUs("a picture in colours that are not decoded here");
                }
                int step = Math.max(1, Math.max(width, height) / LONGEST);
                var how = reader.getDefaultReadParam();
                how.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(fit(reader.read(0, how)));
            } finally {
                reader.dispose();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new IOException("the picture is damaged", damaged); // so the readers of the JDK say it, too
        }
    }

    private static BufferedImage fit(BufferedImage picture) {
        double scale = Math.min(1, (double) LONGEST / Math.max(picture.getWidth(), picture.getHeight()));
        return scaled(picture, Math.max(1, (int) Math.round(picture.getWidth() * scale)), Math.max(1, (int)
                Math.round(picture.getHeight() * scale)));
    }

    /// Whether there is one colour on it, and what a camera adds to it.
    static boolean blank(BufferedImage picture) {
        var seen = new int[256];
        int points = 0;
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                seen[picture.getRGB(x, y) >> 8 & 0xff]++;
                points++;
            }
        }
        return shade(seen, points / 1000) > shade(seen, points - points / 1000 - 1) - FAINT;
    }

    /// How light the point of this rank is, the darkest being the first.
    private static int shade(int[] seen, int rank) {
        int shade = 0;
        for (int before = seen[0]; before <= rank && shade < 255; before += seen[shade]) {
            shade++;
        }
        return shade;
    }

    /// On white: what is transparent is paper.
    static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = out.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return out;
    }
}
