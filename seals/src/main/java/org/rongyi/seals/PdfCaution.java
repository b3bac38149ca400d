package org.rongyi.seals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// What a PDF by a stranger must not hold before a seal is put on it: whoever seals a page shall have seen
/// what every later reader sees. Files are read one at a time, and only after their bytes were looked at:
/// the library unpacks while it opens them.
final class PdfCaution {
    private static final int LARGEST_UNPACKED = 16 << 20;
    private static final int MOST_STREAMS = 20_000;
    /// What each look costs, besides the bytes that come out.
    private static final int LOOK = 64;

    private static final int DEEPEST = 40;
    private static final long LONGEST_WAIT_SECONDS = 20;
    private static final Semaphore ONE = new Semaphore(1);

    /// As the library finds the first byte: it skips blanks and one end of a line.
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream[ ]*\r?\n?");
    /// A letter of a name in another way of writing.
    private static final Pattern OTHERWISE = Pattern.compile("#([0-9A-Fa-f]{2})");
    /// What may stand between two words: nothing, blanks, comments.
    private static final String GAP = "(?:[\\s\\x00]++|%[^\\r\\n]*+)*+";
    /// Ways of packing that no writer needs today, each of which may hide a bomb.
    private static final Pattern UNWANTED =
            Pattern.compile("/(?:LZW(?:Decode)?|ASCIIHexDecode|AHx|ASCII85Decode|A85|RunLengthDecode|RL)"
                    + "(?![^\\s\\x00/<>\\[\\]()%])");
    /// Rows of any length, which are asked for before there is anything in them.
    private static final Pattern LONG_ROWS = Pattern.compile("/(?:Columns|Rows)" + GAP + "[+-]?[0-9]{6}|"
            + "/(?:Colors|BitsPerComponent)" + GAP + "[+-]?[0-9]{3}|"
            + "/(?:Columns|Rows|Colors|BitsPerComponent)" + GAP + "[0-9]+" + GAP + "[0-9]+" + GAP + "R\\b");
    /// How a stream is packed must be said where it stands.
    private static final Pattern ELSEWHERE = Pattern.compile("/(?:Filter|DecodeParms|DP)" + GAP
            + "(?:\\[[^\\]<]{0,200}?(?<![A-Za-z0-9]))?[0-9]+" + GAP + "[0-9]+" + GAP + "R\\b");
    /// The dictionary of a stream that holds objects, or says where they are.
    private static final Pattern OF_OBJECTS = Pattern.compile("/(?:ObjStm|XRef|First|W)(?![^\\s\\x00/<>\\[\\]()%])");
    private static final Pattern NOT_FOR_OBJECTS =
            Pattern.compile("/(?:DCT(?:Decode)?|CCF|CCITTFaxDecode|JPXDecode|JBIG2Decode)(?![^\\s\\x00/<>\\[\\]()%])");
    private static final Pattern BEGIN = Pattern.compile("obj" + GAP + "<<");
    private static final int LONGEST_DICTIONARY = 4_000;

    /// Scripts, forms that are programs, files inside, layers that can be switched.
    private static final Set<String> KEYS =
            Set.of("JS", "XFA", "EmbeddedFiles", "EF", "OCProperties", "RichMediaContent", "3DD");
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Hide", "SetOCGState", "Rendition", "Movie");
    /// The content of a stream that lies elsewhere.
    private static final Set<String> OF_STREAMS = Set.of("F", "Ref");

    private PdfCaution() {}

    interface Reading<T> {
        T read() throws IOException, Unreadable;
    }

    /// Reads a file of a stranger's: one at a time, for each may take all the memory that it is allowed;
    /// what the library falls over is a file that cannot be read. The exceptions are those that its parsers, its
    /// filters and its lists of pages throw at files that are built wrongly or hold what it does not read.
    static <T> T one(Reading<T> reading) throws Unreadable {
        try {
            if (!ONE.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Unreadable(Why.BUSY, "PDF");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Why.BUSY, "PDF");
        }
        try {
            return reading.read();
        } catch (InvalidPasswordException locked) {
            throw new Unreadable(Why.LOCKED, "PDF");
        } catch (IOException
                | ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NoSuchElementException
                | NullPointerException
                | UnsupportedOperationException
                | StackOverflowError broken) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "PDF");
        } finally {
            ONE.release();
        }
    }

    static void requireHarmless(byte[] pdf) throws Unreadable, IOException {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-")) {
            throw new Unreadable(Why.NOT_A_DOCUMENT, "no PDF");
        }
        String plain = OTHERWISE
                .matcher(text)
                .replaceAll(
                        name -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(name.group(1), 16))));
        if (plain.contains(PdfJudge.NAME)) {
            throw new Unreadable(Why.SEALED_ALREADY, "PDF");
        }
        requirePackedPlainly(plain);
        requireSmall(pdf, text);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted()) {
                throw new Unreadable(Why.LOCKED, "PDF");
            }
            Set<COSObjectKey> keys =
                    Set.copyOf(document.getDocument().getXrefTable().keySet());
            Set<Long> there = keys.stream().map(COSObjectKey::getNumber).collect(Collectors.toSet());
            requireStill(document.getDocument().getTrailer(), there, 0);
            for (COSObjectKey key : keys) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object != null) {
                    requireStill(object, there, 0);
                }
            }
        }
    }

    private static void requirePackedPlainly(String plain) throws Unreadable {
        if (UNWANTED.matcher(plain).find()) {
            throw new Unreadable(Why.NOT_SUPPORTED, "packed in an old way");
        }
        if (LONG_ROWS.matcher(plain).find()) {
            throw new Unreadable(Why.TOO_LARGE, "long rows");
        }
        if (ELSEWHERE.matcher(plain).find()) {
            throw new Unreadable(Why.NOT_SUPPORTED, "packed as something else says");
        }
        Matcher streams = STREAM.matcher(plain);
        while (streams.find()) {
            int from = Math.max(plain.lastIndexOf("obj", streams.start()), streams.start() - LONGEST_DICTIONARY);
            String dictionary = plain.substring(Math.max(0, from), streams.start());
            boolean picture = NOT_FOR_OBJECTS.matcher(dictionary).find();
            boolean objects = OF_OBJECTS.matcher(dictionary).find();
            if (picture && (objects || from < 0 || !isWhole(dictionary) || isSaid(plain, from))) {
                throw new Unreadable(Why.NOT_SUPPORTED, "objects in a picture");
            }
        }
    }

    /// A word in the middle may only seem to be where it begins.
    private static boolean isWhole(String dictionary) {
        return BEGIN.matcher(dictionary).lookingAt()
                && dictionary.split("<<", -1).length == dictionary.split(">>", -1).length
                && dictionary.chars().noneMatch(each -> each == '(' || each == ')' || each == '%');
    }

    /// Whether a comment begins before, in the same line.
    private static boolean isSaid(String plain, int at) {
        int line = Math.max(plain.lastIndexOf('\n', at), plain.lastIndexOf('\r', at));
        return plain.substring(line + 1, at).indexOf('%') >= 0;
    }

    /// Unpacks every stream, as often as something comes out.
    private static void requireSmall(byte[] pdf, String text) throws Unreadable {
        Budget budget = new Budget();
        Matcher streams = STREAM.matcher(text);
        int count = 0;
        while (streams.find()) {
            if (++count > MOST_STREAMS) {
                throw new Unreadable(Why.TOO_LARGE, "too many streams");
            }
            byte[] packed = pdf;
            int from = streams.end();
            while (from + 2 < packed.length) {
                packed = budget.unpack(packed, from);
                from = 0;
            }
        }
        budget.end();
    }

    /// How much may still come out of one file.
    private static final class Budget {
        private final Inflater inflater = new Inflater(true);
        private final byte[] some = new byte[1 << 16];
        private int left = LARGEST_UNPACKED;

        /// The library looks at none of the two bytes of the header, nor at the sum behind.
        byte[] unpack(byte[] packed, int from) throws Unreadable {
            ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
            inflater.reset();
            inflater.setInput(packed, from + 2, packed.length - from - 2);
            left -= LOOK;
            try {
                for (int read = inflater.inflate(some); read > 0; read = inflater.inflate(some)) {
                    left -= read;
                    if (left < 0) {
                        inflater.end();
                        throw new Unreadable(Why.TOO_LARGE, "PDF");
                    }
                    unpacked.write(some, 0, read);
                }
            } catch (DataFormatException until) {
                return unpacked.toByteArray();
            }
            return unpacked.toByteArray();
        }

        void end() {
            inflater.end();
        }
    }

    /// @param there the numbers that objects have: what points at none shows nothing today, and tomorrow the
    ///     object that a seal brings under that number
    private static void requireStill(COSBase object, Set<Long> there, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "nested too deeply");
        }
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                requireStillOrThere(array.get(i), there, depth);
            }
        }
        if (object instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                boolean moves = KEYS.contains(name.getName())
                        || object instanceof COSStream && OF_STREAMS.contains(name.getName())
                        || name.getName().equals("S")
                                && dictionary.getDictionaryObject(name) instanceof COSName action
                                && ACTIONS.contains(action.getName());
                if (moves) {
                    throw new Unreadable(Why.NOT_STILL, name.getName());
                }
                requireStillOrThere(dictionary.getItem(name), there, depth);
            }
        }
    }

    private static void requireStillOrThere(@Nullable COSBase value, Set<Long> there, int depth) throws Unreadable {
        if (value instanceof COSObject reference) {
            COSObjectKey key = reference.getKey();
            if (key == null || !there.contains(key.getNumber())) {
                throw new Unreadable(Why.NOT_STILL, "points at an object that is not there (" + key + ")");
            }
        } else if (value instanceof COSArray || value instanceof COSDictionary) {
            requireStill(value, there, depth + 1);
        }
    }
}
