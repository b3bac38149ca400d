package org.rongyi.definitions;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text file as it was decoded, with the places of its characters. Offsets count Java characters from 0.
final class SourceText {
    private static final int REPORTED_CHARACTERS = 20;

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final int @Nullable [] codePointOffsets;

    SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.codePointOffsets = codePointOffsets(text);
    }

    /// Only UTF-8 is taken (with or without a byte-order mark); anything else is reported, with the encoding that the
    /// file seems to have. Returns null after a fault that leaves nothing to read.
    static @Nullable SourceText decode(String name, byte[] bytes, List<Fault> faults) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            var place = new Place(name, 1, 1);
            faults.add(Fault.error(place, "the file is in UTF-16, not in UTF-8", "Maybe save it again as UTF-8"));
            return null;
        }
        int bom = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var input = ByteBuffer.wrap(bytes, bom, bytes.length - bom);
        var output = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, output, true);
        var source = new SourceText(name, output.flip().toString());
        if (result.isError()) {
            faults.add(source.notUtf8(bytes, input.position()));
            return null;
        }
        return source.reportUnreadable(faults) ? null : source;
    }

    private Fault notUtf8(byte[] bytes, int at) {
        var message = "byte 0x%02X is not UTF-8".formatted(bytes[at] & 0xFF);
        var advice = decodes(bytes, Charset.forName("GB18030"))
                ? "Maybe the file is in GB18030 (GBK): save it again as UTF-8"
                : "Maybe save it again as UTF-8";
        return Fault.error(place(text.length()), message, advice);
    }

    private boolean reportUnreadable(List<Fault> faults) {
        int found = 0;
        for (int i = 0; i < text.length() && found < REPORTED_CHARACTERS; i++) {
            char character = text.charAt(i);
            boolean control = (character < 0x20 && character != '\n' && character != '\r' && character != '\t')
                    || (character >= 0x7F && character < 0xA0 && character != 0x85)
                    || character >= 0xFFFE;
            if (control) {
                found++;
                var message = "character U+%04X cannot stand in a text file".formatted((int) character);
                faults.add(fault(i, message, "Maybe delete it"));
            }
        }
        return found > 0;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /// The parser counts code points; without characters beyond U+FFFF the two counts are the same.
    int offsetOfCodePoint(int index) {
        if (codePointOffsets == null) {
            return Math.min(index, text.length());
        }
        return codePointOffsets[Math.min(index, codePointOffsets.length - 1)];
    }

    private static int @Nullable [] codePointOffsets(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return null;
        }
        var offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, offset = 0; i < offsets.length - 1; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[offsets.length - 1] = text.length();
        return offsets;
    }

    Place place(int offset) {
        int line = line(offset);
        int column = text.codePointCount(lineStarts[line], Math.max(lineStarts[line], offset)) + 1;
        return new Place(name, line + 1, column);
    }

    Fault fault(int offset, String message, @Nullable String advice) {
        return fault(offset, Fault.Severity.ERROR, message, advice);
    }

    Fault fault(int offset, Fault.Severity severity, String message, @Nullable String advice) {
        return new Fault(place(offset), severity, message, advice, lineText(line(offset)));
    }

    List<Integer> offsetsOfIndentingTabs() {
        var offsets = new ArrayList<Integer>();
        for (int start : lineStarts) {
            int at = start;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\t') {
                offsets.add(at);
            }
        }
        return offsets;
    }

    String line(Place place) {
        return lineText(place.line() - 1);
    }

    String lineAt(int offset) {
        return lineText(line(offset));
    }

    private String lineText(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        return text.substring(lineStarts[line], end).stripTrailing();
    }

    private int line(int offset) {
        int low = 0;
        int high = lineStarts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int[] lineStarts(String text) {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean pair = character == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (character == '\n' || (character == '\r' && !pair)) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notThisOne) {
            return false;
        }
    }
}
