package org.rongyi.seals.ses;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/// Whether bytes are DER and nothing else, asked before the library uses them: it reads by calling itself,
/// so deep nesting would exhaust its stack, and it reads late, so broken parts would come to light anywhere.
public final class StrictDer {
    private static final int DEEPEST = 40;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;

    private final byte[] der;
    private int at;

    private StrictDer(byte[] der) {
        this.der = der;
    }

    public static boolean is(byte[] bytes) {
        if (!new StrictDer(bytes).isShallow()) {
            return false;
        }
        try {
            // Nothing at all, and the mark of an end alone, are read as nothing.
            ASN1Primitive read = ASN1Primitive.fromByteArray(bytes);
            return read != null && Arrays.equals(read.getEncoded(ASN1Encoding.DER), bytes);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
            return false;
        }
    }

    private boolean isShallow() {
        Deque<Integer> ends = new ArrayDeque<>();
        while (at < der.length) {
            while (!ends.isEmpty() && at >= ends.peek()) {
                ends.pop();
            }
            boolean holdsMore = (der[at] & CONSTRUCTED) != 0;
            skipTag();
            long end = end();
            if (end < 0 || end > der.length) {
                return false;
            }
            if (holdsMore) {
                ends.push((int) end);
                if (ends.size() > DEEPEST) {
                    return false;
                }
            } else {
                at = (int) end;
            }
        }
        return true;
    }

    private void skipTag() {
        if ((der[at++] & LONG_TAG) == LONG_TAG) {
            while (at < der.length && der[at] < 0) {
                at++;
            }
            at++;
        }
    }

    /// Where the content ends; negative when the length is none.
    private long end() {
        if (at >= der.length) {
            return -1;
        }
        int length = der[at++] & 0xff;
        if (length < LONG_LENGTH) {
            return (long) at + length;
        }
        int digits = length - LONG_LENGTH;
        if (digits == 0 || digits > 4 || at + digits > der.length) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value << 8 | der[at++] & 0xff;
        }
        return at + value;
    }
}
