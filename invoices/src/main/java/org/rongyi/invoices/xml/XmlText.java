package org.rongyi.invoices.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongyi.invoices.xml.Unreadable.Why;

/// The letters of a file, by its first bytes or by what it declares: few encodings, each strictly.
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int BEGINNING = 200;
    private static final List<String> CHINESE = List.of("gb18030", "gbk", "gb2312");

    private XmlText() {}

    static String of(byte[] file) throws Unreadable {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        int end = Math.min(file.length, BEGINNING);
        Matcher declared = DECLARED.matcher(new String(file, 0, end, StandardCharsets.ISO_8859_1));
        return decoded(file, 0, declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charset(String declared) throws Unreadable {
        String name = declared.toLowerCase(Locale.ROOT);
        if (CHINESE.contains(name)) {
            return Charset.forName("GB18030");
        }
        return switch (name) {
            case "utf-8", "utf8", "us-ascii" -> StandardCharsets.UTF_8;
            case "iso-8859-1" -> StandardCharsets.ISO_8859_1;
            default -> throw new Unreadable(Why.BROKEN, 1, "written in " + declared);
        };
    }

    private static String decoded(byte[] file, int from, Charset charset) throws Unreadable {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Unreadable(Why.BROKEN, 0, "not written in " + charset);
        }
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
