package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Results;
import org.rongyi.city.applications.Story;
import org.rongyi.city.cases.Case;
import org.rongyi.city.documents.Licence.State;
import org.rongyi.city.documents.Licences.Changing;
import org.rongyi.city.documents.Licences.Format;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CannotOpen;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.About;
import org.rongyi.seals.Check;
import org.rongyi.seals.OfdFile;
import org.rongyi.seals.Seal;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.SigningKey;
import org.rongyi.seals.Stamp;
import org.rongyi.seals.Suite;
import org.rongyi.seals.Typeface;
import org.rongyi.seals.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From the grant to the revocation, behind the doors.
@CityTest
class IssuingTest {
    private static final Map<String, Object> NOBODY_EMPLOYED =
            Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", true, "entityType", "有限责任公司");

    private static final int ROWS_OF_AN_ACT = 9;

    @Autowired
    private Story story;

    @Autowired
    private Results results;

    @Autowired
    private Licences licences;

    @Autowired
    private Verification verification;

    @Autowired
    private CityAuthority authority;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    private record Founded(CreditCode firm, Acting owner, Acting registrar, Case registration) {}

    private Founded founded() {
        Acting founder = story.person("测试legalRepName");
        Application application =
                story.handIn(story.filled(founder, "start-company", NOBODY_EMPLOYED, "bank-account-booking"), founder);
        Case registration = story.caseOf(application, founder, "company-registration");
        Acting registrar = story.officer("市监");
        CreditCode code = Story.newCode();
        results.state(registration.id(), Map.of("creditCode", code.value(), "establishedOn", clock.today()), registrar);
        assertThat(licences.of(code)).as("nothing is granted yet").isEmpty();
        story.grant(registration, registrar);
        return new Founded(code, story.again(founder, clock.today()), registrar, registration);
    }

    @Test
    void aRegistrationBringsTheLicenceAndFiveSealsAndTheFileIsValidUntilItIsRevoked() {
        Founded firm = founded();
        assertThat(licences.seals(firm.firm()).stream().map(Licences.FirmSeal::kind))
                .containsExactlyInAnyOrder(SealKind.values());
        Licence licence = licences.of(firm.firm()).getFirst();
        assertThat(licences.of(firm.firm())).hasSize(1);
        assertThat(LicenceNumber.isWellFormed(licence.number())).isTrue();
        byte[] file = licences.download(licence.document(), firm.firm(), Format.OFD, firm.owner())
                .orElseThrow();
        assertThat(file.length).isLessThan(250_000);
        assertThat(failed(file)).isEmpty();
        assertThat(verification.judge(file, Optional.empty()).licence()).contains(licence);

        assertThat(licences.change(licence.document(), State.SUSPENDED, "", firm.registrar()))
                .isEqualTo(Changing.NO_REASON);
        assertThat(licences.change(licence.document(), State.SUSPENDED, "核查中", firm.registrar()))
                .isEqualTo(Changing.CHANGED);
        assertThat(failed(file)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        assertThat(licences.change(licence.document(), State.VALID, "查清了", firm.registrar()))
                .isEqualTo(Changing.CHANGED);
        assertThat(failed(file)).isEmpty();
        assertThat(licences.change(licence.document(), State.REVOKED, "骗取登记", firm.registrar()))
                .isEqualTo(Changing.CHANGED);
        assertThat(failed(file)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
        assertThat(licences.change(licence.document(), State.VALID, "反悔", firm.registrar()))
                .isEqualTo(Changing.NOT_FROM_HERE);
        assertThat(licences.looks(licence.document(), 1).getFirst().answer())
                .as("genuine, and revoked")
                .isEqualTo("REVOKED");
        assertThat(licences.history(licence.document()).stream().map(Licences.Stood::state))
                .containsExactly(State.VALID, State.SUSPENDED, State.VALID, State.REVOKED);
        assertThat(licences.looks(licence.document(), 99)).hasSize(6);
    }

    /// Whoever asks without an account would otherwise let the city sign each time.
    @Test
    void theListIsSignedOnceForEachChange() {
        Founded firm = founded();
        byte[] list = list();
        assertThat(list()).isSameAs(list);
        String document = licences.of(firm.firm()).getFirst().document();
        licences.change(document, State.SUSPENDED, "核查中", firm.registrar());
        assertThat(list()).isNotEqualTo(list);
    }

    @Test
    void withAnotherSecretThanTheOneOfItsKeysTheCityRefusesToStart() {
        founded();
        assertThatThrownBy(() -> new KeyTable(database, KeySecret.passing(), clock).afterSingletonsInstantiated())
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("Maybe bring back");
    }

    private byte[] list() {
        return Objects.requireNonNull(verification.trust().get("city.crl"));
    }

    @Test
    void theTwinInPdfIsValidStaysTheSameAndEndsWithTheLicence() {
        Founded firm = founded();
        Licence licence = licences.of(firm.firm()).getFirst();
        byte[] pdf = pdf(licence, firm);
        assertThat(pdf.length).isLessThan(250_000);
        assertThat(failed(pdf)).isEmpty();
        assertThat(verification.judge(pdf, Optional.empty()).licence()).contains(licence);
        assertThat(pdf(licence, firm)).as("asked for again").isEqualTo(pdf);
        licences.change(licence.document(), State.CANCELLED, "注销", firm.registrar());
        assertThat(failed(pdf)).containsExactly(Check.DOCUMENT_NOT_REVOKED);
    }

    private byte[] pdf(Licence licence, Founded firm) {
        return licences.download(licence.document(), firm.firm(), Format.PDF, firm.owner())
                .orElseThrow();
    }

    /// With its own seal a firm may seal a page that looks like a licence, and says its number.
    @Test
    void whatAFirmHasSealedIsNoLicence() {
        Founded firm = founded();
        Licence licence = licences.of(firm.firm()).getFirst();
        Seal own = Seal.read(database.sql("select der from documents.seal where firm = ? order by id limit 1")
                .param(firm.firm().value())
                .query((row, _) -> row.getBytes("der"))
                .single());
        SigningKey key = authority.firmKey(firm.firm().value(), "x", 0, Suite.SM2);
        Sheet page = new Sheet.Pen(Typeface.shipped(), 297, 210)
                .centred(40, 16, "营业执照", Sheet.Ink.BLACK)
                .done();
        About about = new About(licence.document(), "营业执照", "市场监督管理局（演示）", clock.instant());
        byte[] file = OfdFile.seal(
                OfdFile.write(page, Typeface.shipped(), about),
                own,
                List.of(new Stamp(1, 214, 138)),
                key,
                clock.instant());
        assertThat(failed(file)).as("the firm's own seal is genuine").isEmpty();
        assertThat(verification.judge(file, Optional.empty()).licence()).isEmpty();
        assertThat(licences.looks(licence.document(), 1).getFirst().answer()).isEqualTo("FORGED");
    }

    private Set<Check> failed(byte[] file) {
        return ((Verdict.Judged) verification.judge(file, Optional.empty()).verdict()).failed();
    }

    @Test
    void whatIsGrantedOnceIsIssuedOnce() {
        Founded firm = founded();
        Granted again = new Granted(firm.registration().id(), "company-registration", "市监", firm.firm(), Map.of());
        transactions.executeWithoutResult(_ -> events.publishEvent(again));
        assertThat(licences.of(firm.firm())).hasSize(1);
        assertThat(licences.seals(firm.firm())).hasSize(SealKind.values().length);
    }

    /// The server ends the connection under the act, as when the process is killed: behind each row that is written
    /// (licence, its state, two keys of the firm, five seals), and at the commit.
    @Test
    void whereverTheActIsCutOffNothingOfItIsThere() {
        issue(Story.newCode(), "");
        database.sql("""
                create function documents.cut() returns trigger language plpgsql as $$
                declare seen int := coalesce(nullif(current_setting('test.seen', true), ''), '0')::int + 1;
                begin
                    perform set_config('test.seen', seen::text, true);
                    if current_setting('test.cut', true) = seen::text then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return null;
                end $$""").update();
        try {
            for (String table : List.of("licence", "licence_state", "key", "seal")) {
                database.sql("create trigger cut after insert on documents." + table
                                + " for each row execute function documents.cut()")
                        .update();
            }
            database.sql("create constraint trigger cut_last after insert on documents.licence"
                            + " deferrable initially deferred for each row execute function documents.cut()")
                    .update();
            for (int rows = 1; rows <= ROWS_OF_AN_ACT + 1; rows++) {
                CreditCode firm = Story.newCode();
                String cut = Integer.toString(rows);
                assertThatThrownBy(() -> issue(firm, cut))
                        .as("cut at row %s", rows)
                        .isInstanceOf(RuntimeException.class);
                assertThat(licences.of(firm)).as("cut at row %s", rows).isEmpty();
                assertThat(licences.seals(firm)).as("cut at row %s", rows).isEmpty();
                assertThat(keysOf(firm)).as("cut at row %s", rows).isZero();
            }
            CreditCode whole = Story.newCode();
            issue(whole, Integer.toString(ROWS_OF_AN_ACT + 2));
            assertThat(licences.of(whole))
                    .as("no row was left out of the count")
                    .hasSize(1);
            assertThat(licences.seals(whole)).hasSize(SealKind.values().length);
            assertThat(keysOf(whole)).isEqualTo(2);
        } finally {
            database.sql("drop function documents.cut() cascade").update();
        }
    }

    /// @param cut behind which row the connection ends; empty: not at all
    private void issue(CreditCode firm, String cut) {
        Granted granted = new Granted(
                -Math.abs(firm.hashCode()) - 1L, "company-registration", "市监", firm, Map.of("legalRepName", "测试"));
        transactions.executeWithoutResult(_ -> {
            database.sql("select set_config('test.cut', ?, true)")
                    .param(cut)
                    .query(String.class)
                    .single();
            events.publishEvent(granted);
        });
    }

    private int keysOf(CreditCode firm) {
        return database.sql("select count(*) from documents.key where name like ?")
                .param("%firm/" + firm + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void nobodyButTheFirmDownloadsAndNobodyButTheDepartmentChanges() {
        Founded firm = founded();
        String document = licences.of(firm.firm()).getFirst().document();
        assertThat(licences.download(document, Story.newCode(), Format.OFD, firm.owner()))
                .isEmpty();
        assertThat(licences.change(document, State.REVOKED, "不归我管", story.officer("税务")))
                .isEqualTo(Changing.NOT_YOURS);
        assertThat(licences.change(document, State.REVOKED, "我自己来", firm.owner()))
                .isEqualTo(Changing.NOT_YOURS);
    }

    @Test
    void aCharacterThatNoFontHasDoesNotStopAGrant() {
        CreditCode firm = Story.newCode();
        Granted granted = new Granted(-8, "company-registration", "市监", firm, Map.of("legalRepName", "𱁬某"));
        transactions.executeWithoutResult(_ -> events.publishEvent(granted));
        assertThat(licences.of(firm)).hasSize(1);
    }
}
