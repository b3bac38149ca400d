package org.rongyi.seals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/// Lets Bouncy Castle's builders sign with a key that stays where it is.
record VaultSigner(Suite suite, UnaryOperator<byte[]> signs, ByteArrayOutputStream data) implements ContentSigner {
    VaultSigner(Suite suite, UnaryOperator<byte[]> signs) {
        this(suite, signs, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(suite.scheme());
    }

    @Override
    public OutputStream getOutputStream() {
        return data;
    }

    @Override
    public byte[] getSignature() {
        return signs.apply(data.toByteArray());
    }
}
