package org.rongyi.city.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.rongyi.definitions.Words;

/// The second factor of the demo: no message is sent, the code stands on the page.
final class DemoFactor implements SecondFactor {
    private static final int CODES = 1_000_000;

    private final KeySecret secret;

    DemoFactor(KeySecret secret) {
        this.secret = secret;
    }

    private String code(String account, String act) {
        int number = ByteBuffer.wrap(secret.tag("second factor " + account + " " + act))
                .getInt();
        return String.format(Locale.ROOT, "%06d", Math.floorMod(number, CODES));
    }

    @Override
    public Words ask(String account, String act) {
        String code = code(account, act);
        return new Words("演示不发短信，验证码是 " + code, "The demo sends no message; the code is " + code);
    }

    @Override
    public boolean proves(String account, String act, String code) {
        return MessageDigest.isEqual(
                code(account, act).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    /// Where a city has connected none.
    static final class None implements SecondFactor {
        @Override
        public Words ask(String account, String act) {
            return new Words(
                    "本市还没有接入第二重验证，暂不能用章。", "This city has connected no second proof yet; no seal can be used.");
        }

        @Override
        public boolean proves(String account, String act, String code) {
            return false;
        }
    }
}
