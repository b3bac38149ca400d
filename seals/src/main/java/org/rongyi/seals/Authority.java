package org.rongyi.seals;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/// A root that certifies keys and lists what is revoked. A city has one for its seals and one for its PDF
/// files; an installation that takes its certificates from a licensed authority needs none.
public final class Authority {
    private static final String ROOT = "root";

    private final KeyVault vault;
    private final Suite suite;
    private final SigningKey root;

    private Authority(KeyVault vault, Suite suite, SigningKey root) {
        this.vault = vault;
        this.suite = suite;
        this.root = root;
    }

    /// Opens the authority whose root key is in the vault, or founds it.
    public static Authority open(KeyVault vault, Suite suite, String name, Period period) {
        String alias = alias(suite, ROOT);
        SigningKey root = vault.find(alias)
                .orElseGet(() -> vault.create(
                        alias, suite, (key, own) -> certify(suite, subject(name), key, Role.ROOT, period, null, own)));
        return new Authority(vault, suite, root);
    }

    private static String alias(Suite suite, String name) {
        return suite + "/" + name;
    }

    /// The authority whose root key is in the vault; empty where none was founded.
    public static Optional<Authority> find(KeyVault vault, Suite suite) {
        return vault.find(alias(suite, ROOT)).map(root -> new Authority(vault, suite, root));
    }

    public X509Certificate root() {
        return root.certificate();
    }

    /// A key of this name with a certificate of this authority; made when there is none.
    ///
    /// @param name   of the key in the vault
    /// @param holder who has it, as readers see it
    public SigningKey key(String name, String holder, Role role, Period period) {
        return vault.find(alias(suite, name))
                .orElseGet(() ->
                        vault.create(alias(suite, name), suite, (key, own) -> certify(key, holder, role, period)));
    }

    /// The key of this name; empty where none was made.
    public Optional<SigningKey> find(String name) {
        return vault.find(alias(suite, name));
    }

    /// A certificate for a key that lives elsewhere.
    public X509Certificate certify(PublicKey key, String holder, Role role, Period period) {
        if (role == Role.ROOT) {
            throw new IllegalArgumentException("an authority certifies no further root");
        }
        return certify(suite, subject(holder), key, role, period, root.certificate(), root::sign);
    }

    private static X509Certificate certify(
            Suite suite,
            X500Name subject,
            PublicKey key,
            Role role,
            Period period,
            @Nullable X509Certificate issuer,
            UnaryOperator<byte[]> signs) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
            X500Name from = issuer == null
                    ? subject
                    : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
            SubjectPublicKeyInfo of = issuer == null
                    ? info
                    : SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded());
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    from, Certificates.newSerial(), Date.from(period.from()), Date.from(period.to()), subject, info);
            boolean isRoot = role == Role.ROOT;
            builder.addExtension(
                    Extension.basicConstraints, true, isRoot ? new BasicConstraints(0) : new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            isRoot
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            if (role.purpose() != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(role.purpose()));
            }
            X509ExtensionUtils identifiers = new X509ExtensionUtils(sha1());
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(info));
            builder.addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(of));
            byte[] der = builder.build(new VaultSigner(suite, signs)).getEncoded();
            return Crypto.certificate(der).orElseThrow();
        } catch (IOException | OperatorCreationException refused) {
            throw new IllegalStateException("no certificate for (" + subject + ")", refused);
        }
    }

    /// Only names a key; nothing rests on it.
    private static DigestCalculator sha1() throws OperatorCreationException {
        return new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
    }

    private static X500Name subject(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    /// What counts no more, signed.
    ///
    /// @param current from when and until when verifiers may rely on it
    public byte[] statusList(List<Revoked> revoked, Period current) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(
                            root.certificate().getSubjectX500Principal().getEncoded()),
                    Date.from(current.from()));
            builder.setNextUpdate(Date.from(current.to()));
            for (Revoked each : revoked) {
                if (each.kind() == Revoked.Kind.CERTIFICATE) {
                    builder.addCRLEntry(
                            new BigInteger(each.id(), 16),
                            Date.from(each.at()),
                            each.reason().code());
                }
            }
            builder.addExtension(Oids.REVOKED, false, StatusList.others(revoked));
            return builder.build(new VaultSigner(suite, root::sign)).getEncoded();
        } catch (IOException refused) {
            throw new IllegalStateException("no revocation list of (" + revoked.size() + ") entries", refused);
        }
    }
}
