package org.rongyi.city.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Wraps private keys for the database. The secret lies outside of it, so that a copy of the database signs
/// nothing.
final class KeySecret {
    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String METHOD = "AES/GCM/NoPadding";

    private final SecretKeySpec key;

    private KeySecret(byte[] secret) {
        this.key = new SecretKeySpec(secret, "AES");
    }

    /// For a city that ends with its process.
    static KeySecret passing() {
        return new KeySecret(random(SECRET_BYTES));
    }

    /// The secret in the file, made when there is none.
    static KeySecret kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path written = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(written);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            written,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.write(written, random(SECRET_BYTES));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return new KeySecret(Files.readAllBytes(file));
        } catch (IOException unusable) {
            throw new UncheckedIOException("the secret of the keys (" + file + ") cannot be used", unusable);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /// @param name of the key: a wrapped key that is put under another name does not open
    byte[] wrap(String name, byte[] plain) {
        try {
            byte[] nonce = random(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the key (" + name + ") cannot be wrapped", refused);
        }
    }

    /// @throws IllegalStateException when the secret is another one than at the time of wrapping
    byte[] open(String name, byte[] wrapped) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer rest = ByteBuffer.wrap(wrapped).get(nonce);
            byte[] sealed = new byte[rest.remaining()];
            rest.get(sealed);
            return cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(sealed);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(
                    "the key (" + name + ") does not open: its secret is another one, or lost", refused);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(METHOD);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
