package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.documents.Licence.State;
import org.rongyi.city.documents.LicenceTypes.LicenceType;
import org.rongyi.city.documents.Licences.Changing;
import org.rongyi.city.documents.Licences.FirmSeal;
import org.rongyi.city.documents.Licences.Format;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.Check;
import org.rongyi.seals.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/// What a grant makes untrue counts no more.
@CityTest
class EndingTest {
    private static final AtomicLong CASES = new AtomicLong(-1_000);

    @Autowired
    private Story story;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Licences licences;

    @Autowired
    private Verification verification;

    @Autowired
    private LicenceTypes types;

    @Autowired
    private Issuing issuing;

    @Autowired
    private Replacing replacing;

    @Autowired
    private LicenceTable table;

    @Autowired
    private Portraits portraits;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private final CreditCode firm = Story.newCode();

    private Granted grant(String item) {
        Map<String, Object> form = Map.of(
                "entityName", "旧名面馆（测试）", "legalRepName", "赵测试", "foodForms", List.of("热食"), "businessScope", "餐饮服务");
        Granted granted = new Granted(CASES.decrementAndGet(), item, "市监", firm, form);
        tell(granted);
        return granted;
    }

    private void tell(Granted granted) {
        transactions.executeWithoutResult(_ -> events.publishEvent(granted));
    }

    private void register(String name) {
        enterprises.record(TestFirms.report(firm, "市监", "2026-11-20", Map.of("entityName", name)));
    }

    private void open() {
        register("旧名面馆（测试）");
        grant("company-registration");
        grant("food-permit");
    }

    private Licence the(String type, State state) {
        return licences.of(firm).stream()
                .filter(licence -> licence.type().equals(type) && licence.state() == state)
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + type);
                })
                .orElseThrow();
    }

    private byte[] file(Licence licence) {
        return licences.download(licence.document(), firm, Format.OFD, story.owner(firm))
                .orElseThrow();
    }

    private Set<Check> failed(byte[] file) {
        return ((Verdict.Judged) verification.judge(file, Optional.empty()).verdict()).failed();
    }

    @Test
    void aFirmThatIsDeregisteredHasNoValidLicenceAndNoSeal() {
        open();
        byte[] business = file(the("business-licence", State.VALID));
        byte[] food = file(the("food-permit", State.VALID));
        grant("deregistration");
        assertThat(failed(business)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        assertThat(failed(food)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        assertThat(licences.of(firm))
                .hasSize(2)
                .allSatisfy(licence -> assertThat(licence.state()).isEqualTo(State.CANCELLED));
        assertThat(licences.history(the("food-permit", State.CANCELLED).document())
                        .getLast()
                        .reason())
                .isEqualTo("企业注销登记，证照注销");
        assertThat(licences.seals(firm)).isEmpty();
    }

    /// The register knows more of a firm than a licence shall say.
    @Test
    void aNewLicenceSaysNothingThatNoItemAsksFor() {
        open();
        enterprises.record(TestFirms.report(firm, "社治", "2026-11-20", Map.of("gridCode", "510104001")));
        assertThat(portraits.current(firm).orElseThrow().value("gridCode")).isEqualTo("510104001");
        LicenceType type = types.find("food-permit").orElseThrow();
        List<LicenceTypes.Line> lines =
                List.of(new LicenceTypes.Line("名称", "entityName"), new LicenceTypes.Line("所属网格", "gridCode"));
        Licence made = transactions.execute(_ -> replacing.replace(
                the("food-permit", State.VALID), type.with(lines, 5), "市监", CASES.decrementAndGet(), "测试"));
        assertThat(table.said(Objects.requireNonNull(made).document())).containsOnlyKeys("entityName");
    }

    @Test
    void aChangedNameBringsANewLicenceInPlaceOfTheOldOnce() {
        open();
        Licence old = the("business-licence", State.VALID);
        register("新名面馆（测试）");
        Granted change = grant("change-registration");
        Licence made = the("business-licence", State.VALID);
        assertThat(made.document()).isNotEqualTo(old.document());
        assertThat(made.holder()).isEqualTo("新名面馆（测试）");
        assertThat(the("business-licence", State.CANCELLED).document()).isEqualTo(old.document());
        assertThat(failed(file(made))).isEmpty();
        assertThat(failed(file(old))).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        tell(change);
        assertThat(the("business-licence", State.VALID)).isEqualTo(made);
    }

    @Test
    void aChangedPermitCountsNoLongerThanTheOldAndSaysTheRest() {
        open();
        Licence old = the("food-permit", State.VALID);
        Acting registrar = story.officer("市监");
        assertThat(licences.change(old.document(), State.SUSPENDED, "核查中", registrar))
                .isEqualTo(Changing.CHANGED);
        register("新名面馆（测试）");
        grant("food-permit-change");
        Licence made = the("food-permit", State.SUSPENDED);
        assertThat(made.validUntil()).isEqualTo(old.validUntil());
        assertThat(licences.change(made.document(), State.VALID, "查清了", registrar))
                .isEqualTo(Changing.CHANGED);
        assertThat(failed(file(made))).isEmpty();
    }

    /// The file alone tells it, to whoever works without a network too.
    @Test
    void aLicenceThatHasRunOutIsGenuineAndCountsNoMore() {
        register("旧名面馆（测试）");
        LicenceType type = types.find("food-permit").orElseThrow();
        LocalDate last = clock.today().minusDays(1);
        transactions.executeWithoutResult(
                _ -> issuing.issue(new Issuing.Order(type, firm, "市监", CASES.decrementAndGet(), Map.of(), last, null)));
        Licence over = licences.of(firm).getFirst();
        assertThat(failed(file(over))).containsExactly(Check.DOCUMENT_IN_TIME);
        assertThat(licences.looks(over.document(), 1).getFirst().answer()).isEqualTo("EXPIRED");
    }

    @Test
    void newSealsTakeThePlaceOfTheOld() {
        open();
        List<String> old = licences.seals(firm).stream().map(FirmSeal::id).toList();
        register("新名面馆（测试）");
        grant("seal-change");
        assertThat(licences.seals(firm)).hasSize(5).noneMatch(seal -> old.contains(seal.id()));
        grant("seal-cancellation");
        assertThat(licences.seals(firm)).isEmpty();
    }
}
