package org.rongyi.seals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rongyi.seals.ses.BadSeal;

/// The picture of a seal as PDF takes it without being drawn anew: one colour, and how solid it is at each
/// point, in the very bytes of its PNG. Only pictures as [SealPicture] makes them: one colour in sixteen
/// degrees.
///
/// @param packed rows of four bits a point, each behind its PNG filter, in zlib's way
record SealShape(int width, int height, byte[] colour, byte[] packed) {
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int DEGREES = 16;
    private static final int COLOUR = 3;
    private static final int HEADER = 13;
    private static final int LARGEST = 4_000;
    private static final int AROUND = 12;

    /// @throws BadSeal when it is another kind of picture
    static SealShape of(SealPicture picture) {
        byte[] png = picture.png();
        if (png.length < MAGIC.length || !Arrays.equals(png, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BadSeal("a picture that is no PNG");
        }
        ByteBuffer chunks = ByteBuffer.wrap(png, MAGIC.length, png.length - MAGIC.length);
        byte[] header = {};
        byte[] colours = {};
        byte[] solid = {};
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        while (chunks.remaining() >= AROUND) {
            int length = chunks.getInt();
            byte[] type = new byte[4];
            chunks.get(type);
            if (length < 0 || length > chunks.remaining() - 4) {
                throw new BadSeal("a picture that is cut off");
            }
            byte[] content = new byte[length];
            chunks.get(content);
            chunks.getInt();
            switch (new String(type, StandardCharsets.US_ASCII)) {
                case "IHDR" -> header = content;
                case "PLTE" -> colours = content;
                case "tRNS" -> solid = content;
                case "IDAT" -> packed.writeBytes(content);
                default -> {}
            }
        }
        return shape(header, colours, solid, packed.toByteArray());
    }

    private static SealShape shape(byte[] header, byte[] colours, byte[] solid, byte[] packed) {
        boolean ours = header.length == HEADER
                && Arrays.equals(header, 8, HEADER, new byte[] {4, 3, 0, 0, 0}, 0, 5)
                && colours.length == DEGREES * COLOUR
                && isOneColour(colours)
                && isEven(solid);
        int width = ours ? ByteBuffer.wrap(header).getInt() : 0;
        int height = ours ? ByteBuffer.wrap(header).getInt(4) : 0;
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new BadSeal("a picture of another kind");
        }
        return new SealShape(width, height, Arrays.copyOf(colours, COLOUR), packed);
    }

    private static boolean isOneColour(byte[] colours) {
        for (int i = COLOUR; i < colours.length; i++) {
            if (colours[i] != colours[i - COLOUR]) {
                return false;
            }
        }
        return true;
    }

    /// From nothing to solid in even steps; what is not said is solid.
    private static boolean isEven(byte[] solid) {
        if (solid.length < DEGREES - 1 || solid.length > DEGREES) {
            return false;
        }
        for (int i = 0; i < solid.length; i++) {
            if ((solid[i] & 0xff) != i * 255 / (DEGREES - 1)) {
                return false;
            }
        }
        return true;
    }
}
