package org.rongyi.city.documents;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.Authority;
import org.rongyi.seals.Revoked;
import org.rongyi.seals.Trust;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The city's root and its list of what counts no more, as of now. The list is signed and read once for each change,
/// not
/// for each visitor.
@Component
class CityTrust {
    /// Another process may commit a change that got its number before one that was seen here.
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final CityAuthority authority;
    private final LicenceTable licences;
    private final SealTable seals;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    CityTrust(CityAuthority authority, LicenceTable licences, SealTable seals, Clock clock) {
        this.authority = authority;
        this.licences = licences;
        this.seals = seals;
        this.clock = clock;
    }

    /// @param upTo the last change that is in it
    record Kept(String upTo, Instant at, byte[] root, byte[] list, Trust trust) {
        boolean isOf(String change, Instant now) {
            return upTo.equals(change) && !now.isBefore(at) && now.isBefore(at.plus(AT_MOST));
        }
    }

    /// Empty before anything was issued.
    Optional<Kept> now() {
        Instant now = clock.instant();
        String change = licences.lastChange();
        Kept known = kept;
        if (known != null && known.isOf(change, now)) {
            return Optional.of(known);
        }
        return authority.find().map(found -> {
            byte[] root = root(found);
            List<Revoked> revoked = new ArrayList<>(licences.revoked());
            revoked.addAll(seals.revoked());
            byte[] list = authority.statusList(found, revoked);
            Kept made = new Kept(change, now, root, list, Trust.of(root, list));
            kept = made;
            return made;
        });
    }

    @TransactionalEventListener
    void forget(TrustFolder.Changed changed) {
        kept = null;
    }

    private static byte[] root(Authority authority) {
        try {
            return authority.root().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("the root has no encoding", impossible);
        }
    }
}
