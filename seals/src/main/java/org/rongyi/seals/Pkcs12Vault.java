package org.rongyi.seals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keys in a PKCS#12 store: in a file that only its owner can read, or in memory.
public final class Pkcs12Vault implements KeyVault {
    private final KeyStore store;
    private final @Nullable Path file;
    private final char[] password;

    private Pkcs12Vault(KeyStore store, @Nullable Path file, char[] password) {
        this.store = store;
        this.file = file;
        this.password = password;
    }

    /// Opens the file, or a new one where there is none.
    ///
    /// @throws IllegalArgumentException when the password does not open it
    public static Pkcs12Vault at(Path file, char[] password) {
        try {
            byte[] kept = Files.exists(file) ? Files.readAllBytes(file) : null;
            return new Pkcs12Vault(load(kept, password), file, password.clone());
        } catch (IOException | GeneralSecurityException refused) {
            throw new IllegalArgumentException("the keys in (" + file + ") do not open: " + refused, refused);
        }
    }

    /// For tests, and for documents that nobody has to believe tomorrow.
    public static Pkcs12Vault inMemory() {
        try {
            return new Pkcs12Vault(load(null, new char[0]), null, new char[0]);
        } catch (IOException | GeneralSecurityException missing) {
            throw new IllegalStateException("no key store can be made", missing);
        }
    }

    private static KeyStore load(byte @Nullable [] kept, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", Crypto.PROVIDER);
        store.load(kept == null ? null : new ByteArrayInputStream(kept), password);
        return store;
    }

    @Override
    public synchronized Optional<SigningKey> find(String name) {
        try {
            return store.getKey(name, password) instanceof PrivateKey key
                            && store.getCertificate(name) instanceof X509Certificate certificate
                    ? Optional.of(new HeldKey(key, certificate))
                    : Optional.empty();
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("the key (" + name + ") cannot be read", unreadable);
        }
    }

    @Override
    public synchronized SigningKey create(String name, Suite suite, Certifier certifier) {
        if (find(name).isPresent()) {
            throw new IllegalArgumentException("there is a key (" + name + ") already");
        }
        KeyPair pair = Crypto.newPair(suite);
        X509Certificate certificate =
                certifier.certify(pair.getPublic(), data -> Crypto.sign(pair.getPrivate(), suite, data));
        try {
            store.setKeyEntry(name, pair.getPrivate(), password, new Certificate[] {certificate});
            keep();
        } catch (GeneralSecurityException | IOException refused) {
            throw new IllegalStateException("the key (" + name + ") cannot be kept", refused);
        }
        return new HeldKey(pair.getPrivate(), certificate);
    }

    /// The old file stays whole until the new one is.
    private void keep() throws IOException, GeneralSecurityException {
        if (file == null) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(written, bytes.toByteArray());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
