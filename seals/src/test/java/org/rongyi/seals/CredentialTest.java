package org.rongyi.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.seals.Revoked.Kind;
import org.rongyi.seals.Revoked.Reason;
import org.rongyi.seals.Verdict.Judged;
import org.rongyi.seals.ofd.Unreadable.Why;

/// A licence for wallets: accepted as it was issued, or with claims left out; each forgery is refused.
class CredentialTest {
    private static final Workshop CITY = new Workshop();
    private static final SigningKey ISSUER = issuer(CITY);
    private static final String CREDENTIAL = issued(ISSUER, Workshop.about());

    private static SigningKey issuer(Workshop city) {
        return city.pdfAuthority.key("issuer", Workshop.OFFICE, Role.ISSUER, Workshop.YEARS);
    }

    private static String issued(SigningKey key, About about) {
        Map<String, String> claims = Map.of("entityName", "槐荫里小面馆（演示）", "legalRepName", "赵\"演示\\");
        return new String(
                Credential.issue(about, "https://localhost", "urn:rongyi:business-licence", claims, key, Workshop.NOW),
                StandardCharsets.US_ASCII);
    }

    private static Set<Check> failed(String credential, Revoked... revoked) {
        return ((Judged) CITY.verify(credential.getBytes(StandardCharsets.ISO_8859_1), revoked)).failed();
    }

    @Test
    void whatWasIssuedIsValidWhetherAllOfItIsShownOrLess() {
        assertThat(failed(CREDENTIAL)).isEmpty();
        String[] pieces = CREDENTIAL.split("~");
        assertThat(pieces).hasSize(3);
        assertThat(failed(pieces[0] + "~" + pieces[2] + "~")).isEmpty();
        assertThat(failed(pieces[0] + "~")).isEmpty();
        Judged verdict = (Judged) CITY.verify(CREDENTIAL.getBytes(StandardCharsets.US_ASCII));
        assertThat(verdict.documentId()).isEqualTo(Workshop.DOCUMENT);
        assertThat(verdict.uses())
                .singleElement()
                .satisfies(use -> assertThat(use.signer()).isEqualTo(Workshop.OFFICE));
    }

    @Test
    void aClaimOfTheForgersOwnMaking() {
        String claim = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("[\"c2FsdA\",\"entityName\",\"另一家\"]".getBytes(StandardCharsets.UTF_8));
        assertThat(failed(CREDENTIAL.split("~")[0] + "~" + claim + "~")).containsExactly(Check.COMPLETE);
        assertThat(failed(CREDENTIAL + CREDENTIAL.split("~")[1] + "~"))
                .as("one claim twice")
                .containsExactly(Check.COMPLETE);
    }

    /// Whoever reads it should not have to look at claims without end.
    @Test
    void moreClaimsThanAnyLicenceHasAreNotLookedAt() {
        String many = CREDENTIAL + (CREDENTIAL.split("~")[1] + "~").repeat(200);
        assertThat(CITY.verify(many.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        Verdict.NotReadable.class, not -> assertThat(not.why()).isEqualTo(Why.TOO_LARGE));
        String foreign = issued(issuer(new Workshop()), Workshop.about());
        assertThat(failed(foreign + foreign.split("~")[1] + "~"))
                .as("claims of nobody who is believed")
                .containsExactly(Check.SIGNER_TRUSTED);
    }

    @Test
    void oneLetterChangedAnywhere() {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] changed = CREDENTIAL.getBytes(StandardCharsets.US_ASCII);
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
            boolean valid = CITY.verify(changed) instanceof Judged judged && judged.valid();
            assertThat(valid).as("changed at " + at).isFalse();
        }
    }

    @Test
    void anIssuerOfTheForgersOwnMaking() {
        assertThat(failed(issued(issuer(new Workshop()), Workshop.about()))).containsExactly(Check.SIGNER_TRUSTED);
    }

    /// A firm has a key under the same root.
    @Test
    void aKeyThatSignsDocumentsIssuesNothing() {
        assertThatThrownBy(() -> issued(CITY.pdfOffice, Workshop.about())).hasMessageContaining("no issuer");
        String[] parts = CREDENTIAL.split("~")[0].split("\\.");
        String header = "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"x5c\":[\""
                + Base64.getEncoder().encodeToString(Seal.der(CITY.pdfOffice.certificate())) + "\"]}";
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + "." + parts[2] + "~";
        assertThat(failed(forged)).contains(Check.SIGNER_TRUSTED);
    }

    @Test
    void noAlgorithmAtAll() {
        String header = new String(
                Base64.getUrlDecoder().decode(CREDENTIAL.substring(0, CREDENTIAL.indexOf('.'))),
                StandardCharsets.UTF_8);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.replace("ES256", "none").getBytes(StandardCharsets.UTF_8));
        assertThat(failed(none + CREDENTIAL.substring(CREDENTIAL.indexOf('.')))).containsExactly(Check.SIGNATURE_TRUE);
    }

    @Test
    void aLicenceThatWasRevokedOrHasRunOut() {
        Revoked document = new Revoked(Kind.DOCUMENT, Workshop.DOCUMENT, Workshop.NOW.plusSeconds(9), Reason.WITHDRAWN);
        assertThat(failed(CREDENTIAL, document)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        Revoked key = new Revoked(
                Kind.CERTIFICATE, Certificates.serial(ISSUER.certificate()), Workshop.NOW, Reason.KEY_COMPROMISE);
        assertThat(failed(CREDENTIAL, key)).containsExactly(Check.CERTIFICATE_NOT_REVOKED);
        About over = new About(Workshop.DOCUMENT, "许可证（演示）", Workshop.OFFICE, Workshop.NOW, LocalDate.of(2026, 11, 22));
        assertThat(failed(issued(ISSUER, over))).containsExactly(Check.DOCUMENT_IN_TIME);
    }

    @Test
    void whatTwoReadersCouldReadInTwoWaysIsRefused() {
        for (String text : new String[] {
            "{\"a\":1,\"a\":2}", "{\"a\":1}x", "[1,]", "\"\\x\"", "{\"a\":01}", "[".repeat(99), "nul", "\"\n\"", ""
        }) {
            assertThatThrownBy(() -> Json.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        String said = "赵\"\\\n\u0001";
        assertThat(Json.read(Json.write(said))).isEqualTo(said);
    }
}
