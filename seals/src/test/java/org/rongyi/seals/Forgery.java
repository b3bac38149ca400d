package org.rongyi.seals;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.rongyi.seals.ofd.Container;
import org.rongyi.seals.ofd.Unreadable;

/// Changes files as a forger would.
final class Forgery {
    private Forgery() {}

    static byte[] change(byte[] file, String part, UnaryOperator<byte[]> how) {
        Container parts = read(file);
        parts.put(part, how.apply(parts.find(part).orElseThrow()));
        return parts.write();
    }

    static byte[] changeText(byte[] file, String part, String from, String to) {
        return change(file, part, bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!text.contains(from)) {
                throw new IllegalArgumentException("(" + part + ") has no (" + from + ")");
            }
            return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
        });
    }

    static byte[] add(byte[] file, String part, String content) {
        Container parts = read(file);
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return parts.write();
    }

    static byte[] flip(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    static Container read(byte[] file) {
        try {
            return Container.read(file);
        } catch (Unreadable unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
