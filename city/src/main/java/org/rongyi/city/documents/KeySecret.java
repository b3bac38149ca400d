package org.rongyi.city.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rongyi.city.vocabulary.CannotOpen;

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

    /// The secret in the file, made when there is none. Of several that start at once one makes it, and all
    /// have it.
    ///
    /// @throws CannotOpen when it is damaged, or cannot be read or made
    static KeySecret kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != SECRET_BYTES) {
                throw new CannotOpen(
                        "The secret of the keys (" + file + ") is damaged: it has " + secret.length + " bytes, not "
                                + SECRET_BYTES + ".",
                        "Maybe bring it back from a copy; without it the keys in the database are lost.");
            }
            return new KeySecret(secret);
        } catch (IOException unusable) {
            throw new CannotOpen(
                    "The secret of the keys (" + file + ") cannot be used: " + unusable + ".",
                    "Maybe see who may read it, or name another file with --rongyi.documents.secret=FILE");
        }
    }

    /// It is there whole or not at all, and stays what it is: it is written beside, kept on the disk, and
    /// then gets its name, which fails where somebody was faster.
    private static void make(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(folder, "documents", ".new");
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(random(SECRET_BYTES)));
                channel.force(true);
            }
            name(written, file);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return;
        } finally {
            Files.deleteIfExists(written);
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void name(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noSecondNames) {
            Files.move(written, file);
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
        if (wrapped.length < NONCE_BYTES) {
            throw new IllegalStateException("the key (" + name + ") is cut off");
        }
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

    /// What nobody without the secret can tell of a text; the same in every process of a city.
    byte[] tag(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has HmacSHA256", impossible);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(METHOD);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
