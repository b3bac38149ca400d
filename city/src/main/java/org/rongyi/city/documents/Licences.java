package org.rongyi.city.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;

/// What was issued to firms.
public interface Licences {
    /// The newest first.
    List<Licence> of(CreditCode firm);

    Optional<Licence> find(String document);

    /// The file of a firm's own licence; the look is recorded, and where the person needs a grant, its use.
    /// Empty where the firm has no such licence, or the person may not use it.
    Optional<byte[]> download(String document, CreditCode firm, Format format, Acting by);

    /// In which a licence can be had. The first is the original.
    enum Format {
        OFD,
        /// The same page for readers who have no OFD.
        PDF,
        /// For a wallet: an SD-JWT, signed anew for each who asks.
        CREDENTIAL
    }

    /// The seals of a firm; none before its registration was granted here.
    List<FirmSeal> seals(CreditCode firm);

    /// @param kind of the seal, as `SealKind` names it
    record FirmSeal(String id, SealKind kind, Instant madeAt, byte[] picture) {}

    /// Puts a licence into another state; its file stays as it is, and verifiers are told.
    Changing change(String document, Licence.State state, String reason, Acting by);

    enum Changing {
        CHANGED,
        /// From the state in which it is nothing leads there.
        NOT_FROM_HERE,
        NO_REASON,
        /// There is none that this person's department issued.
        NOT_YOURS
    }

    /// Every state so far, the oldest first.
    List<Stood> history(String document);

    record Stood(Licence.State state, Instant at, String account, String reason) {}

    /// Who looked, the newest first.
    List<Seen> looks(String document, int limit);

    /// @param account empty for somebody without one
    record Seen(Way way, Instant at, Optional<String> account, String answer) {}

    enum Way {
        CODE,
        FILE,
        DOWNLOAD
    }
}
