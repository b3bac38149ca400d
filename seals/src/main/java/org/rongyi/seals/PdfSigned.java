package org.rongyi.seals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rongyi.seals.ofd.Unreadable;
import org.rongyi.seals.ofd.Unreadable.Why;
import org.rongyi.seals.ses.BadSeal;

/// The signatures of one PDF, found without reading its objects: by the words that name the range which
/// each covers.
final class PdfSigned {
    private static final int MOST_SIGNATURES = 20;
    private static final Pattern RANGE =
            Pattern.compile(PdfJudge.NAME + "\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final Pattern BEFORE = Pattern.compile("/Contents\\s*$");
    private static final int LOOK_BACK = 20;
    /// As our writer writes them: another way to write the same digit would be a change that nobody sees.
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] file;
    private final String text;

    private PdfSigned(byte[] file) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
    }

    /// @param from where the gap begins
    /// @param to behind the gap
    /// @param end behind what is covered; a range that lies outside of the file is not whole
    record One(
            boolean fromStart,
            boolean whole,
            int from,
            int to,
            long end,
            Optional<PdfSignature> signature,
            String why) {}

    /// In the order in which they end.
    static List<One> of(byte[] file) throws Unreadable {
        return new PdfSigned(file).all();
    }

    /// Counted before any is read: reading one looks at as much of the file as its range says.
    private List<One> all() throws Unreadable {
        List<MatchResult> ranges =
                RANGE.matcher(text).results().limit(MOST_SIGNATURES + 1L).toList();
        if (ranges.size() > MOST_SIGNATURES) {
            throw new Unreadable(Why.TOO_MANY_SIGNATURES, "more than " + MOST_SIGNATURES + " signatures");
        }
        List<One> all = new ArrayList<>();
        for (MatchResult each : ranges) {
            all.add(one(
                    Long.parseLong(each.group(1)),
                    Long.parseLong(each.group(2)),
                    Long.parseLong(each.group(3)),
                    Long.parseLong(each.group(4))));
        }
        all.sort(Comparator.comparingLong(One::end));
        return all;
    }

    private One one(long start, long from, long to, long length) {
        long end = to + length;
        boolean whole = start == 0 && from + 2 <= to && end <= file.length;
        if (!whole) {
            return new One(start == 0, false, 0, 0, end, Optional.empty(), "a range outside of the file");
        }
        try {
            PdfSignature read = PdfSignature.read(value((int) from, (int) to));
            return new One(true, true, (int) from, (int) to, end, Optional.of(read), "");
        } catch (BadSeal bad) {
            return new One(true, true, (int) from, (int) to, end, Optional.empty(), String.valueOf(bad.getMessage()));
        }
    }

    /// What stands in the gap: a string of hexadecimal digits that is the signature's own, and zeros behind.
    private byte[] value(int from, int to) {
        boolean own = BEFORE.matcher(text.substring(Math.max(0, from - LOOK_BACK), from))
                .find();
        String digits = text.substring(from + 1, to - 1);
        if (!own || text.charAt(from) != '<' || text.charAt(to - 1) != '>' || !digits.matches("(?:[0-9A-F]{2})+")) {
            throw new BadSeal("the gap holds something else than a signature");
        }
        byte[] padded = HEX.parseHex(digits);
        int length = length(padded);
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new BadSeal("something stands behind the signature");
            }
        }
        return Arrays.copyOf(padded, length);
    }

    /// Of the first DER value: its length stands in front.
    private static int length(byte[] padded) {
        int octets = padded.length < 2 || padded[1] >= 0 ? 0 : padded[1] & 0x7f;
        if (octets < 1 || octets > 3 || padded.length < 2 + octets) {
            throw new BadSeal("no signature");
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | padded[2 + i] & 0xff;
        }
        if (length > padded.length - 2 - octets) {
            throw new BadSeal("a signature that is cut off");
        }
        return 2 + octets + length;
    }

    /// Whether the second of two that follow each other adds nothing to the file but its own seal, in the
    /// place that the first signature of all keeps for it.
    ///
    /// @param index of the later one, from 0; the first of all has none before it
    static boolean follows(byte[] file, List<One> all, int index) {
        Optional<PdfSignature> first = all.getFirst().signature();
        One earlier = all.get(index - 1);
        One later = all.get(index);
        Optional<PdfSignature> signature = later.signature();
        if (first.isEmpty() || signature.isEmpty() || !earlier.whole() || earlier.end() >= later.end()) {
            return false;
        }
        PdfPlaces places = first.get().mark().places();
        if (index > places.all().size()
                || !signature.get().mark().places().all().isEmpty()) {
            return false;
        }
        int end = (int) earlier.end();
        byte[] before = Arrays.copyOf(file, end);
        PdfSignature own = signature.get();
        try {
            PdfRevision.Written expected = PdfRevision.write(
                    before,
                    places,
                    index - 1,
                    own.mark().seal(),
                    own.signer(),
                    own.mark().at());
            return later.from() == expected.gapFrom()
                    && later.to() == expected.gapTo()
                    && later.end() == end + expected.bytes().length
                    && same(file, end, expected);
        } catch (BadSeal cannotBe) {
            return false;
        }
    }

    private static boolean same(byte[] file, int end, PdfRevision.Written expected) {
        int until = expected.gapFrom() - end;
        int behind = expected.gapTo() - end;
        byte[] bytes = expected.bytes();
        return Arrays.equals(file, end, end + until, bytes, 0, until)
                && Arrays.equals(file, end + behind, end + bytes.length, bytes, behind, bytes.length);
    }
}
