package org.rongyi.seals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;

/// What a PDF by a stranger must not hold before a seal is put on it: whoever seals a page shall have seen
/// what every later reader sees.
final class PdfCaution {
    private static final long LARGEST_UNPACKED = 128L << 20;
    private static final int DEEPEST = 40;
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");
    /// Scripts, forms that are programs, files inside, layers that can be switched.
    private static final Set<String> KEYS =
            Set.of("JS", "XFA", "EmbeddedFiles", "EF", "OCProperties", "RichMediaContent", "3DD");
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Hide", "SetOCGState", "Rendition", "Movie");
    /// The content of a stream that lies elsewhere.
    private static final Set<String> OF_STREAMS = Set.of("F", "Ref");

    private PdfCaution() {}

    static void requireHarmless(byte[] pdf) throws Unreadable {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-")) {
            throw new Unreadable(Why.NOT_A_DOCUMENT, "no PDF");
        }
        if (PdfJudge.isSigned(pdf)) {
            throw new Unreadable(Why.SEALED_ALREADY, "PDF");
        }
        if (text.contains("/LZWDecode")) {
            throw new Unreadable(Why.NOT_SUPPORTED, "LZW");
        }
        requireSmall(pdf, text);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted()) {
                throw new Unreadable(Why.LOCKED, "PDF");
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object != null) {
                    requireStill(object, 0);
                }
            }
        } catch (InvalidPasswordException locked) {
            throw new Unreadable(Why.LOCKED, "PDF");
        } catch (IOException | ClassCastException | IndexOutOfBoundsException broken) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "PDF");
        }
    }

    /// Unpacks every stream without keeping it.
    private static void requireSmall(byte[] pdf, String text) throws Unreadable {
        long unpacked = 0;
        byte[] some = new byte[1 << 16];
        Matcher streams = STREAM.matcher(text);
        while (streams.find()) {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(pdf, streams.end(), pdf.length - streams.end());
                boolean first = true;
                for (int read = inflater.inflate(some); read > 0; read = inflater.inflate(some)) {
                    unpacked += read;
                    boolean packedAgain = first && read > 2 && some[0] == 0x78 && (0x7800 + (some[1] & 0xff)) % 31 == 0;
                    if (unpacked > LARGEST_UNPACKED || packedAgain) {
                        throw new Unreadable(Why.TOO_LARGE, "PDF");
                    }
                    first = false;
                }
            } catch (DataFormatException notPacked) {
                continue;
            } finally {
                inflater.end();
            }
        }
    }

    private static void requireStill(COSBase object, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "nested too deeply");
        }
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                COSBase each = array.get(i);
                if (each instanceof COSArray || each instanceof COSDictionary) {
                    requireStill(each, depth + 1);
                }
            }
        }
        if (object instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                COSBase value = dictionary.getItem(name);
                boolean moves = KEYS.contains(name.getName())
                        || object instanceof COSStream && OF_STREAMS.contains(name.getName())
                        || name.getName().equals("S")
                                && value instanceof COSName action
                                && ACTIONS.contains(action.getName());
                if (moves) {
                    throw new Unreadable(Why.NOT_STILL, name.getName());
                }
                if (value instanceof COSArray || value instanceof COSDictionary) {
                    requireStill(value, depth + 1);
                }
            }
        }
    }
}
