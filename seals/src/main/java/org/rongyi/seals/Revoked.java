package org.rongyi.seals;

import java.security.cert.X509Certificate;
import java.time.Instant;

/// One thing that counts no more.
///
/// @param id of a certificate its serial number in capital hexadecimal digits, of a seal or document its
/// identifier
public record Revoked(Kind kind, String id, Instant at, Reason reason) {
    /// How a certificate is named in a list.
    public static String idOf(X509Certificate certificate) {
        return Certificates.serial(certificate);
    }

    public enum Kind {
        CERTIFICATE,
        SEAL,
        DOCUMENT
    }

    /// With the codes of RFC 5280.
    public enum Reason {
        UNSPECIFIED(0),
        KEY_COMPROMISE(1),
        SUPERSEDED(4),
        CESSATION(5),
        HOLD(6),
        WITHDRAWN(9);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        static Reason of(int code) {
            for (Reason reason : values()) {
                if (reason.code == code) {
                    return reason;
                }
            }
            return UNSPECIFIED;
        }
    }

    /// Whether it also takes away what was sealed before. The time in a signature is the word of who
    /// signed: whoever stole a key dates back. Only where nobody stole anything, what was sealed before
    /// stays.
    boolean reaches(Instant signed) {
        return switch (reason) {
            case UNSPECIFIED, KEY_COMPROMISE -> true;
            case SUPERSEDED, CESSATION, HOLD, WITHDRAWN -> kind == Kind.DOCUMENT || !signed.isBefore(at);
        };
    }
}
