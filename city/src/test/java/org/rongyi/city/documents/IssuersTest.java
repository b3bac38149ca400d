package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.documents.Issuers.Beginning;
import org.rongyi.city.documents.Licence.State;
import org.rongyi.city.documents.Licences.Format;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.Check;
import org.rongyi.seals.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What issuers do with all licences of a type, and with their keys.
@CityTest
class IssuersTest {
    private static final String TYPE = "business-licence";
    private static final String NO_CREDIT_CODE = "NOT-A-CREDIT-CODE!";

    @Autowired
    private Story story;

    @Autowired
    private Issuers issuers;

    @Autowired
    private OfficeKeys keys;

    @Autowired
    private Licences licences;

    @Autowired
    private Verification verification;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    private CreditCode issued(String unit) {
        CreditCode firm = Story.newCode();
        Granted granted =
                new Granted(-firm.value().hashCode(), "company-registration", unit, firm, Map.of("legalRepName", "测试"));
        transactions.executeWithoutResult(_ -> events.publishEvent(granted));
        return firm;
    }

    private byte[] file(CreditCode firm, Format format) {
        String document = licences.of(firm).getFirst().document();
        return licences.download(document, firm, format, story.owner(firm)).orElseThrow();
    }

    private Set<Check> failed(byte[] file) {
        return ((Verdict.Judged) verification.judge(file, Optional.empty()).verdict()).failed();
    }

    @Test
    void allOfATypeAreIssuedAnewWithProgressAndEachOldOneEndsWithItsSuccessor() {
        String unit = "换发局" + UUID.randomUUID();
        Acting officer = story.officer(unit);
        assertThat(issuers.reissue(officer, TYPE, "模板更新")).isEqualTo(Beginning.NOTHING);
        List<CreditCode> firms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            firms.add(issued(unit));
        }
        byte[] old = file(firms.getFirst(), Format.OFD);
        licences.change(licences.of(firms.get(1)).getFirst().document(), State.SUSPENDED, "核查中", officer);
        assertThat(issuers.reissue(officer, TYPE, " ")).isEqualTo(Beginning.NO_REASON);
        assertThat(issuers.reissue(officer, "no-such-type", "x")).isEqualTo(Beginning.NO_TYPE);
        assertThat(issuers.reissue(officer, TYPE, "模板更新")).isEqualTo(Beginning.BEGUN);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> issuers.runs(unit).getFirst().ended());
        assertThat(issuers.runs(unit)).singleElement().satisfies(run -> {
            assertThat(run.done()).isEqualTo(3);
            assertThat(run.total()).isEqualTo(3);
        });
        for (CreditCode firm : firms) {
            assertThat(licences.of(firm)).hasSize(2);
            assertThat(licences.of(firm).stream().filter(each -> each.state() == State.CANCELLED))
                    .hasSize(1);
            assertThat(licences.seals(firm)).as("seals stay").hasSize(5);
        }
        assertThat(licences.of(firms.get(1)).stream().map(Licence::state))
                .containsExactlyInAnyOrder(State.SUSPENDED, State.CANCELLED);
        assertThat(failed(old)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        Licence successor = licences.of(firms.getFirst()).stream()
                .filter(each -> each.state() == State.VALID)
                .findFirst()
                .orElseThrow();
        assertThat(failed(licences.download(
                                successor.document(), firms.getFirst(), Format.PDF, story.owner(firms.getFirst()))
                        .orElseThrow()))
                .isEmpty();
    }

    /// One that cannot be read must not keep all others from their successors.
    @Test
    void oneThatCannotBeIssuedAnewIsPassedOverAndOneThatHasRunOutIsNot() {
        String unit = "换发局" + UUID.randomUUID();
        CreditCode broken = issued(unit);
        CreditCode over = issued(unit);
        CreditCode firm = issued(unit);
        String document = licences.of(broken).getFirst().document();
        database.sql("update documents.licence set firm = ? where document = ?")
                .params(NO_CREDIT_CODE, document)
                .update();
        database.sql("update documents.licence set valid_until = ? where firm = ?")
                .params(clock.today().minusDays(1), over.value())
                .update();
        assertThat(issuers.reissue(story.officer(unit), TYPE, "模板更新")).isEqualTo(Beginning.BEGUN);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> issuers.runs(unit).getFirst().ended());
        database.sql("update documents.licence set firm = ? where document = ?")
                .params(broken.value(), document)
                .update();
        assertThat(issuers.runs(unit)).singleElement().satisfies(run -> {
            assertThat(run.total()).isEqualTo(2);
            assertThat(run.done()).isEqualTo(1);
            assertThat(run.failed()).isEqualTo(1);
        });
        assertThat(licences.of(firm)).hasSize(2);
        assertThat(licences.of(broken)).as("as it was").hasSize(1);
        assertThat(licences.of(over)).hasSize(1);
    }

    @Test
    void theTemplatesAreShownWithTheirElementsAndAPreviewThatNobodySealed() {
        assertThat(issuers.types("市监"))
                .filteredOn(type -> type.id().equals(TYPE))
                .singleElement()
                .satisfies(type -> assertThat(type.fields().stream().map(Issuers.Field::element))
                        .contains("entityName", "businessScope"));
        assertThat(failed(issuers.preview(TYPE).orElseThrow())).containsExactly(Check.SIGNED);
        assertThat(issuers.preview("no-such-type")).isEmpty();
    }

    /// As the ceremony in docs/SEALS.md says it.
    @Test
    void anOfficeThatRenewsItsKeysGoesOnAndWhatAStolenKeySealedIsRefused() {
        Acting administrator =
                new Acting(new Person("a-" + UUID.randomUUID(), "管理员（测试）", "数据局", Set.of(Role.ADMINISTRATOR)), null);
        String unit = "换钥局" + UUID.randomUUID();
        CreditCode firm = issued(unit);
        byte[] before = file(firm, Format.OFD);
        byte[] pdf = file(firm, Format.PDF);
        String office = keys.offices().getFirst().code();
        int renewed = keys.offices().getFirst().renewed();
        clock.pass(Duration.ofHours(1));
        assertThat(keys.renew(administrator, office, OfficeKeys.Why.PLANNED)).isTrue();
        assertThat(keys.offices().getFirst().renewed()).isEqualTo(renewed + 1);
        assertThat(failed(before)).as("sealed before").isEmpty();
        assertThat(failed(pdf)).isEmpty();

        clock.pass(Duration.ofHours(1));
        CreditCode later = issued(unit);
        byte[] after = file(later, Format.OFD);
        assertThat(failed(after)).as("with the new key and a new seal").isEmpty();
        assertThat(failed(file(later, Format.CREDENTIAL))).isEmpty();
        assertThat(seal(after)).isNotEqualTo(seal(before));

        clock.pass(Duration.ofHours(1));
        assertThat(keys.renew(administrator, office, OfficeKeys.Why.STOLEN)).isTrue();
        assertThat(failed(after)).containsExactly(Check.CERTIFICATE_NOT_REVOKED);
        assertThat(failed(before)).as("another key, given up in good order").isEmpty();
        assertThat(issuers.reissue(story.officer(unit), TYPE, "密钥更换")).isEqualTo(Beginning.BEGUN);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> issuers.runs(unit).getFirst().ended());
        Licence anew = licences.of(later).stream()
                .filter(each -> each.state() == State.VALID)
                .findFirst()
                .orElseThrow();
        assertThat(failed(licences.download(anew.document(), later, Format.OFD, story.owner(later))
                        .orElseThrow()))
                .isEmpty();
        assertThat(keys.stolen(administrator, office, renewed)).isTrue();
        assertThat(failed(before)).as("it came to light later").contains(Check.CERTIFICATE_NOT_REVOKED);
        assertThat(keys.stolen(administrator, office, renewed))
                .as("said already")
                .isFalse();
    }

    private String seal(byte[] file) {
        return ((Verdict.Judged) verification.judge(file, Optional.empty()).verdict())
                .uses()
                .getFirst()
                .sealId();
    }
}
