package org.rongyi.seals.ofd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.rongyi.seals.ofd.Unreadable.Why;

/// Reads a zip file in which every reader sees the same: entries lie one behind the other without gaps, the
/// list at the end says the same as the entries, nothing stands before or behind, no name twice. A forger
/// would otherwise show the verifier one part and the reader of the document another one of the same name.
final class ZipParts {
    static final int MOST_PARTS = 2_000;
    static final int LARGEST_FILE = 32 << 20;
    static final int LARGEST_CONTENT = 64 << 20;
    /// Deflate cannot do more than 1032; text and pictures stay far below this.
    private static final int LARGEST_RATIO = 400;

    private static final int ALWAYS_ALLOWED = 1 << 20;

    private static final int END = 0x06054b50;
    private static final int LISTED = 0x02014b50;
    private static final int ENTRY = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END_SIZE = 22;
    private static final int LISTED_SIZE = 46;
    private static final int ENTRY_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int HAS_DESCRIPTOR = 8;
    private static final int DEFLATED = 8;

    private final byte[] file;
    private final ByteBuffer bytes;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private long content;

    ZipParts(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private record Listed(String name, int flags, int method, int crc, int packed, int size, int at) {}

    Map<String, byte[]> read() throws Unreadable {
        if (file.length > LARGEST_FILE) {
            throw new Unreadable(Why.TOO_LARGE, file.length + " bytes");
        }
        int end = file.length - END_SIZE;
        require(end >= 0 && bytes.getInt(end) == END, "no end of a zip file, or something stands behind it");
        int count = bytes.getShort(end + 10) & 0xffff;
        int listAt = bytes.getInt(end + 16);
        int listSize = bytes.getInt(end + 12);
        require(bytes.getInt(end + 4) == 0, "several disks");
        require(listAt >= 0 && listSize >= 0 && (long) listAt + listSize == end, "the list does not reach the end");
        if (count > MOST_PARTS) {
            throw new Unreadable(Why.TOO_LARGE, count + " parts");
        }
        int at = listAt;
        int entryAt = 0;
        for (int i = 0; i < count; i++) {
            require(at + LISTED_SIZE <= end && bytes.getInt(at) == LISTED, "the list is broken");
            Listed listed = listed(at, end);
            require(listed.at == entryAt, "a gap, or an overlap, before " + listed.name);
            entryAt = take(listed, listAt);
            at += LISTED_SIZE + length(at + 28) + length(at + 30) + length(at + 32);
        }
        require(at == end, "the list is longer than its entries");
        require(entryAt == listAt, "something stands between the entries and the list");
        return parts;
    }

    private int length(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private Listed listed(int at, int end) throws Unreadable {
        int nameLength = length(at + 28);
        require(at + LISTED_SIZE + nameLength <= end, "a name does not end");
        return new Listed(
                name(at + LISTED_SIZE, nameLength),
                length(at + 8),
                length(at + 10),
                bytes.getInt(at + 16),
                bytes.getInt(at + 20),
                bytes.getInt(at + 24),
                bytes.getInt(at + 42));
    }

    private String name(int at, int length) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file, at, length))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "a name that is not UTF-8");
        }
    }

    /// @return where the next entry begins
    private int take(Listed listed, int limit) throws Unreadable {
        int at = listed.at;
        require(at + ENTRY_SIZE <= limit && bytes.getInt(at) == ENTRY, "no entry where the list says: " + listed.name);
        int nameLength = length(at + 26);
        int dataAt = at + ENTRY_SIZE + nameLength + length(at + 28);
        require(dataAt <= limit && listed.packed >= 0 && listed.size >= 0, "sizes of " + listed.name);
        require((long) dataAt + listed.packed <= limit, "the entry is cut off: " + listed.name);
        require(name(at + ENTRY_SIZE, nameLength).equals(listed.name), "another name in the list: " + listed.name);
        require(length(at + 6) == listed.flags && length(at + 8) == listed.method, "another way in the list");
        require((listed.flags & ENCRYPTED) == 0, "encrypted: " + listed.name);
        int end = dataAt + listed.packed;
        if ((listed.flags & HAS_DESCRIPTOR) == 0) {
            require(saysTheSame(at + 14, listed), "other sizes in the list: " + listed.name);
        } else {
            boolean marked = end + 16 <= limit && bytes.getInt(end) == DESCRIPTOR;
            int sizesAt = marked ? end + 4 : end;
            require(sizesAt + 12 <= limit && saysTheSame(sizesAt, listed), "other sizes behind: " + listed.name);
            end = sizesAt + 12;
        }
        if (!listed.name.endsWith("/")) {
            keep(listed, dataAt);
        } else {
            require(listed.size == 0, "a folder with content: " + listed.name);
        }
        return end;
    }

    private boolean saysTheSame(int at, Listed listed) {
        return bytes.getInt(at) == listed.crc
                && bytes.getInt(at + 4) == listed.packed
                && bytes.getInt(at + 8) == listed.size;
    }

    private void keep(Listed listed, int dataAt) throws Unreadable {
        requireTidy(listed.name);
        // Readers on systems that do not tell A from a would see one of the two.
        require(names.add(listed.name.toLowerCase(Locale.ROOT)), "twice: " + listed.name);
        content += listed.size;
        boolean bomb = listed.size > ALWAYS_ALLOWED && listed.size / LARGEST_RATIO > listed.packed;
        if (content > LARGEST_CONTENT || bomb) {
            throw new Unreadable(Why.TOO_LARGE, listed.name + " unpacks to " + listed.size + " bytes");
        }
        byte[] part = listed.method == DEFLATED
                ? inflate(listed, dataAt)
                : Arrays.copyOfRange(file, dataAt, dataAt + listed.packed);
        require(listed.method == DEFLATED || listed.method == 0, "packed in another way: " + listed.name);
        CRC32 sum = new CRC32();
        sum.update(part);
        require(part.length == listed.size && (int) sum.getValue() == listed.crc, "damaged: " + listed.name);
        parts.put("/" + listed.name, part);
    }

    private byte[] inflate(Listed listed, int dataAt) throws Unreadable {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(file, dataAt, listed.packed);
            byte[] part = new byte[listed.size];
            int filled = 0;
            while (filled < part.length && !inflater.finished()) {
                int more = inflater.inflate(part, filled, part.length - filled);
                require(more > 0, "cut off: " + listed.name);
                filled += more;
            }
            if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw new Unreadable(Why.TOO_LARGE, listed.name + " unpacks to more than it says");
            }
            require(inflater.finished() && inflater.getRemaining() == 0, "something is left over: " + listed.name);
            require(filled == part.length, "shorter than it says: " + listed.name);
            return part;
        } catch (DataFormatException damaged) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "damaged: " + listed.name);
        }
    }

    static void requireTidy(String name) throws Unreadable {
        boolean tidy = !name.isEmpty() && !name.startsWith("/") && name.indexOf('\\') < 0 && name.indexOf(':') < 0;
        for (String step : name.split("/", -1)) {
            tidy &= !step.isEmpty() && !step.equals(".") && !step.equals("..");
        }
        if (!tidy || name.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable(Why.BROKEN_CONTAINER, "the name of a part leads elsewhere: " + name);
        }
    }

    private static void require(boolean holds, String otherwise) throws Unreadable {
        if (!holds) {
            throw new Unreadable(Why.BROKEN_CONTAINER, otherwise);
        }
    }
}
