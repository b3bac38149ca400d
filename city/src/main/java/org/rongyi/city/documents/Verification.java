package org.rongyi.city.documents;

import java.util.Map;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.seals.Verdict;

/// Verification for everybody, without an account; every look at a licence of this city is recorded.
public interface Verification {
    /// More is not taken from who has no account.
    int LARGEST_FILE = 4 << 20;

    /// Judges a file against this city's own root and what it has revoked.
    Answer judge(byte[] file, Optional<Acting> reader);

    /// @param licence that the file is, where this city has issued such a one and an office has sealed this
    ///     file
    /// @param ofOffice whether an office says that it has sealed it; what only a firm sealed is no licence
    record Answer(Verdict verdict, Optional<Licence> licence, boolean ofOffice) {}

    /// What the code on a licence leads to: the licence as it stands, without the file.
    Optional<Licence> lookUp(String document, Optional<Acting> reader);

    /// Roots (`*.cer`) and what they have revoked, as of now (`*.crl`), by name, for whoever verifies
    /// without a network; empty before anything was issued.
    Map<String, byte[]> trust();
}
