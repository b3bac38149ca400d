package org.rongyi.seals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whom the reader believes: roots, and the lists of what they have revoked. It never comes out of the file
/// that is judged.
public record Trust(List<X509Certificate> roots, List<StatusList> lists) {
    public static final String ROOT_SUFFIX = ".cer";
    public static final String LIST_SUFFIX = ".crl";

    public Trust {
        roots = List.copyOf(roots);
        lists = List.copyOf(lists);
    }

    public static Trust of(byte[] root, byte[] list) {
        X509Certificate read = Crypto.certificate(root)
                .orElseThrow(() -> new IllegalArgumentException("these bytes are no certificate"));
        return new Trust(List.of(read), List.of(StatusList.read(list)));
    }

    public Trust and(Trust other) {
        List<X509Certificate> allRoots = new ArrayList<>(roots);
        allRoots.addAll(other.roots);
        List<StatusList> allLists = new ArrayList<>(lists);
        allLists.addAll(other.lists);
        return new Trust(allRoots, allLists);
    }

    /// Reads every `.cer` and every `.crl` of a folder.
    ///
    /// @throws IllegalArgumentException when one of them cannot be read
    public static Trust read(Path folder) throws IOException {
        List<X509Certificate> roots = new ArrayList<>();
        List<StatusList> lists = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ROOT_SUFFIX)) {
                    roots.add(Crypto.certificate(Files.readAllBytes(file))
                            .orElseThrow(() -> new IllegalArgumentException("(" + file + ") is no certificate")));
                } else if (name.endsWith(LIST_SUFFIX)) {
                    lists.add(StatusList.read(Files.readAllBytes(file)));
                }
            }
        }
        return new Trust(roots, lists);
    }

    /// The root that issued a certificate.
    Optional<X509Certificate> issuer(X509Certificate certificate) {
        return roots.stream()
                .filter(root -> Crypto.isIssuedBy(certificate, root))
                .findFirst();
    }

    /// The newest list of a root. A list that its root did not sign is none.
    Optional<StatusList> list(X509Certificate root) {
        Instant[] newest = {Instant.MIN};
        StatusList found = null;
        for (StatusList list : lists) {
            if (list.isFrom(root) && list.writtenAt().isAfter(newest[0])) {
                newest[0] = list.writtenAt();
                found = list;
            }
        }
        return Optional.ofNullable(found);
    }
}
