package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private SigningTable table;

    @Autowired
    private Verification verification;

    @Autowired
    private Mandates mandates;

    @Autowired
    private JdbcClient database;

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

    @Test
    void aFileThatItsSealsMakeTooLargeIsNotBegun() {
        Firm firm = firm();
        byte[] almost = Arrays.copyOf(contract(), Signing.LARGEST_FILE - 4_000);
        assertThat(refused(firm.owner(), order(firm.contractSeal(), UsePurpose.CONTRACT, almost)))
                .isEqualTo(Fault.TOO_LARGE_SEALED);
    }

    private static Signing.Order order(Thing seal, UsePurpose purpose, byte[] file) {
        return new Signing.Order(seal.id(), purpose, "contract.pdf", file, 0, Corner.BOTTOM_RIGHT, 0);
    }

    private String begun(Acting by, Signing.Order order) {
        return ((Signing.Ready) signing.begin(by, order)).id();
    }

    private Fault refused(Acting by, Signing.Order order) {
        return ((Signing.Refused) signing.begin(by, order)).fault();
    }

    private String code(Acting by, String id) {
        return signing.find(by, id).orElseThrow().asked().zh().replaceAll("\\D", "");
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
        assertThat(table.find(id, firm.code(), firm.clerk().account())
                        .orElseThrow()
                        .file())
                .as("what was brought in is not kept")
                .isEmpty();
        byte[] sealed = signing.file(firm.clerk(), id).orElseThrow().file();
        assertThat(verification.judge(sealed, Optional.empty()).ofOffice())
                .as("a firm's own paper")
                .isFalse();
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

    private byte[] sealed(Acting by, String id) {
        assertThat(signing.seal(by, id, code(by, id))).isEqualTo(Outcome.SEALED);
        return signing.file(by, id).orElseThrow().file();
    }

    @Test
    void twoFirmsSealOnePdfAndTheSecondPutsItsSealWhereTheFirstKeptAPlace() {
        Firm one = firm();
        Firm other = firm();
        Firm third = firm();
        byte[] first = sealed(
                one.owner(),
                begun(
                        one.owner(),
                        new Signing.Order(
                                one.contractSeal().id(),
                                UsePurpose.CONTRACT,
                                "contract.pdf",
                                contract(),
                                1,
                                Corner.BOTTOM_RIGHT,
                                1)));
        String id = begun(
                other.owner(),
                new Signing.Order(other.contractSeal().id(), UsePurpose.CONTRACT, "contract.pdf", first, 2, null, 0));
        Signing.Sitting sitting = signing.find(other.owner(), id).orElseThrow();
        assertThat(sitting.page()).as("the place that is kept").isEqualTo(1);
        assertThat(sitting.x()).isLessThan(30);
        byte[] both = sealed(other.owner(), id);
        assertThat(both).startsWith(first);
        assertThat(verification.judge(both, Optional.empty()).verdict())
                .isInstanceOfSatisfying(Verdict.Judged.class, judged -> {
                    assertThat(judged.failed()).isEmpty();
                    assertThat(judged.uses())
                            .extracting(Verdict.SealUse::sealId)
                            .containsExactly(
                                    one.contractSeal().id(),
                                    other.contractSeal().id());
                });
        assertThat(((Signing.Refused)
                                signing.begin(third.owner(), order(third.contractSeal(), UsePurpose.CONTRACT, both)))
                        .why())
                .isEqualTo(Unreadable.Why.SEALED_ALREADY);
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
    void whoLeavesTheFirmAndComesBackHasNoGrants() {
        Firm firm = firm();
        LocalDate today = clock.today();
        uses.grant(firm.owner(), wish(firm, firm.contractSeal(), today, today.plusDays(3)));
        assertThat(uses.may(firm.clerk(), firm.contractSeal(), UsePurpose.CONTRACT))
                .isTrue();
        mandates.revoke(
                firm.owner(), Objects.requireNonNull(firm.clerk().mandate()).id());
        mandates.grant(
                firm.owner(),
                new Mandates.Wish(
                        firm.clerk().account(), firm.clerk().person().name(), Set.of(Purpose.VIEW), today.plusDays(9)),
                today);
        Acting back = story.again(firm.clerk(), today);
        assertThat(uses.may(back, firm.contractSeal(), UsePurpose.CONTRACT)).isFalse();
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
        assertThat(uses.grant(firm.owner(), wish(firm, firm.licence(), today.minusDays(1), today)))
                .as("from before today")
                .containsExactly(Uses.Fault.PAST);
        licences.change(firm.licence().id(), Licence.State.REVOKED, "撤销", story.officer("市监"));
        assertThat(uses.grant(firm.owner(), wish(firm, firm.licence(), today, today)))
                .containsExactly(Uses.Fault.NO_THING);
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
        assertThat(answer.ofOffice()).isTrue();
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

    /// Wrong codes in several sittings, and sittings without end.
    @Test
    void nobodyTriesCodesOrBringsFilesInWithoutEnd() {
        Firm firm = firm();
        Signing.Order contract = order(firm.contractSeal(), UsePurpose.CONTRACT, contract());
        for (int i = 0; i < Signing.MOST_TRIES_AN_HOUR / Signing.MOST_TRIES; i++) {
            String id = begun(firm.owner(), contract);
            for (int j = 0; j < Signing.MOST_TRIES; j++) {
                signing.seal(firm.owner(), id, "0");
            }
        }
        String id = begun(firm.owner(), contract);
        assertThat(signing.seal(firm.owner(), id, code(firm.owner(), id))).isEqualTo(Outcome.OVER);
        clock.pass(Duration.ofMinutes(61));
        assertThat(signing.seal(firm.owner(), id, code(firm.owner(), id))).isEqualTo(Outcome.SEALED);

        while (signing.begin(firm.owner(), contract) instanceof Signing.Ready ready) {
            assertThat(signing.find(firm.owner(), ready.id())).isPresent();
        }
        assertThat(refused(firm.owner(), contract)).isEqualTo(Fault.TOO_MANY);
        ago(firm, 2);
        table.forget();
        assertThat(signing.file(firm.owner(), id)).isPresent();
        String open = begun(firm.owner(), contract);
        ago(firm, Signing.KEPT_DAYS);
        table.forget();
        assertThat(signing.file(firm.owner(), id)).as("after a month").isEmpty();
        assertThat(signing.find(firm.owner(), open)).as("after a day").isEmpty();
    }

    private void ago(Firm firm, int days) {
        database.sql("""
                        update documents.signing set begun_at = begun_at - make_interval(days => ?),
                                                     sealed_at = sealed_at - make_interval(days => ?)
                         where firm = ?""").params(days, days, firm.code().value()).update();
    }

    /// Who could use the old licence and the old seals can use the new ones.
    @Test
    void grantsGoOnWithWhatTakesThePlaceOfALicenceOrSeal() {
        Firm firm = firm();
        LocalDate today = clock.today();
        uses.grant(firm.owner(), wish(firm, firm.licence(), today, today.plusDays(3)));
        uses.grant(firm.owner(), wish(firm, firm.contractSeal(), today, today.plusDays(3)));
        long changes = -firm.code().value().hashCode() - 1L;
        for (String item : List.of("change-registration", "seal-change")) {
            Granted change = new Granted(changes--, item, "市监", firm.code(), Map.of());
            transactions.executeWithoutResult(_ -> events.publishEvent(change));
        }
        assertThat(uses.grants(firm.code())).hasSize(2).allSatisfy(grant -> {
            assertThat(grant.thing()).isNotIn(firm.licence(), firm.contractSeal());
            assertThat(uses.may(firm.clerk(), grant.thing(), UsePurpose.CONTRACT))
                    .isTrue();
        });
    }
}
