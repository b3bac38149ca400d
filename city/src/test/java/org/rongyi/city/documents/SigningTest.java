package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.documents.Licences.Format;
import org.rongyi.city.documents.Signing.Corner;
import org.rongyi.city.documents.Signing.Fault;
import org.rongyi.city.documents.Signing.Outcome;
import org.rongyi.city.documents.Uses.Thing;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.Verdict;
import org.rongyi.seals.ofd.Unreadable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/// What a firm lets its people use, and what they do with it.
@CityTest
class SigningTest {
    @Autowired
    private Story story;

    @Autowired
    private Licences licences;

    @Autowired
    private Uses uses;

    @Autowired
    private Signing signing;

    @Autowired
    private Verification verification;

    @Autowired
    private Mandates mandates;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    private record Firm(CreditCode code, Acting owner, Acting clerk, Thing contractSeal, Thing licence) {}

    private Firm firm() {
        CreditCode code = Story.newCode();
        Granted granted = new Granted(
                -code.value().hashCode(), "company-registration", "市监", code, Map.of("legalRepName", "赵测试"));
        transactions.executeWithoutResult(_ -> events.publishEvent(granted));
        Acting owner = story.owner(code);
        Acting clerk = story.person("员工（测试）");
        mandates.grant(
                owner,
                new Mandates.Wish(
                        clerk.account(),
                        clerk.person().name(),
                        Set.of(Purpose.VIEW),
                        clock.today().plusDays(30)),
                clock.today());
        String seal = licences.seals(code).stream()
                .filter(each -> each.kind() == SealKind.CONTRACT)
                .findFirst()
                .orElseThrow()
                .id();
        return new Firm(
                code,
                owner,
                story.again(clerk, clock.today()),
                new Thing(Thing.Kind.SEAL, seal),
                new Thing(Thing.Kind.LICENCE, licences.of(code).getFirst().document()));
    }

    private Uses.Wish wish(Firm firm, Thing thing, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Uses.Wish(thing, firm.clerk().account(), UsePurpose.CONTRACT, from, until);
    }

    private static byte[] contract() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.addPage(new PDPage(PDRectangle.A4));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Signing.Order order(Thing seal, UsePurpose purpose, byte[] file) {
        return new Signing.Order(seal.id(), purpose, "contract.pdf", file, 0, Corner.BOTTOM_RIGHT);
    }

    private String begun(Acting by, Signing.Order order) {
        return ((Signing.Ready) signing.begin(by, order)).id();
    }

    private Fault refused(Acting by, Signing.Order order) {
        return ((Signing.Refused) signing.begin(by, order)).fault();
    }

    private String code(Acting by, String id) {
        return signing.ask(by, id).zh().replaceAll("\\D", "");
    }

    @Test
    void anEmployeeSealsAContractForWhatAndAsLongAsTheOwnerSays() {
        Firm firm = firm();
        Signing.Order contract = order(firm.contractSeal(), UsePurpose.CONTRACT, contract());
        assertThat(refused(firm.clerk(), contract)).isEqualTo(Fault.NOT_GRANTED);
        LocalDate today = clock.today();
        assertThat(uses.grant(firm.owner(), wish(firm, firm.contractSeal(), today, today.plusDays(7))))
                .isEmpty();
        assertThat(refused(firm.clerk(), order(firm.contractSeal(), UsePurpose.STAFF, contract())))
                .as("for another purpose")
                .isEqualTo(Fault.NOT_GRANTED);
        String id = begun(firm.clerk(), contract);
        Signing.Sitting sitting = signing.find(firm.clerk(), id).orElseThrow();
        assertThat(sitting.page()).as("the last page").isEqualTo(2);
        assertThat(sitting.x() + sitting.sealWidth()).isCloseTo(190, offset(1.0));
        assertThat(signing.find(firm.owner(), id)).as("somebody else's").isEmpty();
        assertThat(signing.seal(firm.clerk(), id, "no code")).isEqualTo(Outcome.WRONG_CODE);
        assertThat(signing.file(firm.clerk(), id)).isEmpty();
        assertThat(uses.uses(firm.code(), 9)).isEmpty();

        assertThat(signing.seal(firm.clerk(), id, code(firm.clerk(), id))).isEqualTo(Outcome.SEALED);
        assertThat(signing.seal(firm.clerk(), id, code(firm.clerk(), id))).isEqualTo(Outcome.OVER);
        byte[] sealed = signing.file(firm.clerk(), id).orElseThrow().file();
        assertThat(verification.judge(sealed, Optional.empty()).verdict())
                .isInstanceOfSatisfying(Verdict.Judged.class, judged -> {
                    assertThat(judged.failed()).isEmpty();
                    assertThat(judged.uses())
                            .singleElement()
                            .satisfies(use -> assertThat(use.sealId())
                                    .isEqualTo(firm.contractSeal().id()));
                });
        assertThat(uses.uses(firm.code(), 9)).singleElement().satisfies(use -> {
            assertThat(use.account()).isEqualTo(firm.clerk().account());
            assertThat(use.what()).isEqualTo("contract.pdf");
        });
        Signing.Order again = order(firm.contractSeal(), UsePurpose.CONTRACT, sealed);
        assertThat(((Signing.Refused) signing.begin(firm.clerk(), again)).why())
                .isEqualTo(Unreadable.Why.SEALED_ALREADY);

        String other = begun(firm.clerk(), contract);
        assertThat(uses.revoke(firm.owner(), uses.grants(firm.code()).getFirst().id()))
                .isTrue();
        assertThat(signing.seal(firm.clerk(), other, code(firm.clerk(), other))).isEqualTo(Outcome.NOT_GRANTED);
    }

    @Test
    void aGrantEndsWithItsLastDay() {
        Firm firm = firm();
        LocalDate today = clock.today();
        uses.grant(firm.owner(), wish(firm, firm.contractSeal(), today.plusDays(1), today.plusDays(2)));
        assertThat(uses.may(firm.clerk(), firm.contractSeal(), UsePurpose.CONTRACT))
                .as("not yet")
                .isFalse();
        clock.moveTo(today.plusDays(2));
        assertThat(uses.may(firm.clerk(), firm.contractSeal(), UsePurpose.CONTRACT))
                .isTrue();
        clock.moveTo(today.plusDays(3));
        assertThat(uses.may(firm.clerk(), firm.contractSeal(), UsePurpose.CONTRACT))
                .isFalse();
        assertThat(uses.grants(firm.code())).isEmpty();
    }

    @Test
    void aWishThatCannotBeIsToldWithEveryReason() {
        Firm firm = firm();
        LocalDate today = clock.today();
        Thing foreign = firm().contractSeal();
        assertThat(uses.grant(firm.owner(), new Uses.Wish(foreign, "nobody", null, today, today.minusDays(1))))
                .containsExactlyInAnyOrder(
                        Uses.Fault.NO_THING, Uses.Fault.NOT_OF_THE_FIRM, Uses.Fault.NO_PURPOSE, Uses.Fault.NO_PERIOD);
        assertThat(uses.grant(firm.owner(), wish(firm, firm.licence(), today, today.plusYears(2))))
                .containsExactly(Uses.Fault.TOO_LONG);
        assertThatThrownBy(() -> uses.grant(firm.clerk(), wish(firm, firm.licence(), today, today)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anEmployeeDownloadsALicenceOnlyWithAGrantAndTheUseIsOnRecord() {
        Firm firm = firm();
        String document = firm.licence().id();
        assertThat(licences.download(document, firm.code(), Format.PDF, firm.clerk()))
                .isEmpty();
        uses.grant(firm.owner(), wish(firm, firm.licence(), clock.today(), clock.today()));
        byte[] credential = licences.download(document, firm.code(), Format.CREDENTIAL, firm.clerk())
                .orElseThrow();
        Verification.Answer answer = verification.judge(credential, Optional.empty());
        assertThat(((Verdict.Judged) answer.verdict()).failed()).isEmpty();
        assertThat(answer.licence().map(Licence::document)).contains(document);
        assertThat(uses.uses(firm.code(), 9))
                .singleElement()
                .satisfies(use -> assertThat(use.thing()).isEqualTo(firm.licence()));
    }

    @Test
    void anOfdTakesASecondSealAndWrongCodesEndTheSitting() {
        Firm firm = firm();
        byte[] licence = licences.download(firm.licence().id(), firm.code(), Format.OFD, firm.owner())
                .orElseThrow();
        String id = begun(firm.owner(), order(firm.contractSeal(), UsePurpose.CONTRACT, licence));
        assertThat(signing.seal(firm.owner(), id, code(firm.owner(), id))).isEqualTo(Outcome.SEALED);
        byte[] twice = signing.file(firm.owner(), id).orElseThrow().file();
        Verdict.Judged judged =
                (Verdict.Judged) verification.judge(twice, Optional.empty()).verdict();
        assertThat(judged.failed()).isEmpty();
        assertThat(judged.uses()).hasSize(2);

        String wrong = begun(firm.owner(), order(firm.contractSeal(), UsePurpose.CONTRACT, contract()));
        for (int i = 0; i < Signing.MOST_TRIES; i++) {
            assertThat(signing.seal(firm.owner(), wrong, "0")).isEqualTo(Outcome.WRONG_CODE);
        }
        assertThat(signing.seal(firm.owner(), wrong, code(firm.owner(), wrong))).isEqualTo(Outcome.OVER);
    }
}
