package org.rongyi.city.documents;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.seals.Authority;
import org.rongyi.seals.Revoked;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Trust;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The city's roots and their lists of what counts no more, as of now. The lists are signed and read once
/// for each change, not for each visitor.
@Component
class CityTrust {
    /// Another process may commit a change that got its number before one that was seen here.
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final CityAuthority authority;
    private final LicenceTable licences;
    private final SealTable seals;
    private final RotationTable rotations;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    CityTrust(CityAuthority authority, LicenceTable licences, SealTable seals, RotationTable rotations, Clock clock) {
        this.authority = authority;
        this.licences = licences;
        this.seals = seals;
        this.rotations = rotations;
        this.clock = clock;
    }

    /// @param upTo the last change that is in it
    /// @param files roots and lists, by name
    record Kept(String upTo, Instant at, Map<String, byte[]> files, Trust trust) {
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
        List<Revoked> revoked = new ArrayList<>(licences.revoked());
        revoked.addAll(seals.revoked());
        revoked.addAll(rotations.revoked());
        Map<String, byte[]> files = new LinkedHashMap<>();
        Trust trust = new Trust(List.of(), List.of());
        for (Suite suite : Suite.values()) {
            Optional<Authority> found = authority.find(suite);
            if (found.isPresent()) {
                byte[] root = root(found.get());
                byte[] list = authority.statusList(found.get(), revoked);
                files.put(name(suite) + Trust.ROOT_SUFFIX, root);
                files.put(name(suite) + Trust.LIST_SUFFIX, list);
                trust = trust.and(Trust.of(root, list));
            }
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Kept made = new Kept(change, now, files, trust);
        kept = made;
        return Optional.of(made);
    }

    private static String name(Suite suite) {
        return suite == Suite.SM2 ? "city" : "city-pdf";
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
