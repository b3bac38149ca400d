package org.rongyi.city.courts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.courts.HandOver.State;
import org.rongyi.city.courts.HandOvers.Handing;
import org.rongyi.city.courts.HandOvers.Keeping;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;

/// A firm's papers go to the courts' platform with its consent, once, and how far its case is comes back. The platform
/// is a
/// double that speaks what docs/COURTS.md says.
@CityTest
class HandOversTest {
    private static final byte[] PDF = "%PDF-1.4 invented\n%%EOF".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private HandOverTable table;

    @Autowired
    private CourtGuide guide;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private final TestFirms firms = new TestFirms();
    private CourtDouble court;

    @BeforeEach
    void open() throws Exception {
        court = new CourtDouble();
    }

    @AfterEach
    void close() {
        court.close();
    }

    private CourtTurns turns(CourtPlatform platform, Clock now) {
        return new CourtTurns(table, platform, enterprises, now);
    }

    private HandOvers handOvers(CourtPlatform platform) {
        return new KeptHandOvers(table, guide, platform, turns(platform, clock), enterprises, clock, transactions);
    }

    private Acting owner() {
        return acting(firms.next(), Capacity.OWNER, Set.of());
    }

    private static Acting acting(CreditCode firm, Capacity capacity, Set<Purpose> purposes) {
        String account = "court-" + UUID.randomUUID();
        Person person = new Person(account, "店主（测试）", "", Set.of());
        return new Acting(person, new Mandate(1, firm, account, capacity, purposes, null, account));
    }

    private HandOver prepared(HandOvers handOvers, Acting owner) {
        HandOver begun = handOvers.begin("arrears", "filing", "某某公司（测试）", "支付货款", new BigDecimal("120000"), owner);
        assertThat(handOvers.keep(begun.id(), "complaint", "起诉状.pdf", PDF, owner))
                .isEqualTo(Keeping.KEPT);
        assertThat(handOvers.keep(begun.id(), "identity", "执照.pdf", PDF, owner)).isEqualTo(Keeping.KEPT);
        return begun;
    }

    private static HandOver done(Handing handing) {
        assertThat(handing).isInstanceOf(Handing.Done.class);
        return ((Handing.Done) handing).after();
    }

    private String consent() {
        return guide.consent().zh();
    }

    @Test
    void thePackageGoesWithConsentAndIsNotKeptAfterwards() {
        HandOvers handOvers = handOvers(court.platform());
        Acting owner = owner();
        HandOver begun = prepared(handOvers, owner);
        assertThat(handOvers.handOver(begun.id(), "别的文字", owner)).isInstanceOf(Handing.NotAgreed.class);
        assertThat(court.packages).as("nothing goes out without consent").isEmpty();

        HandOver handed = done(handOvers.handOver(begun.id(), consent(), owner));
        assertThat(handed.state()).isEqualTo(State.HANDED);
        assertThat(handed.reference()).contains("网立");
        assertThat(handed.consentedBy()).isEqualTo("店主（测试）");
        assertThat(court.packages)
                .singleElement()
                .satisfies(entries -> assertThat(entries)
                        .anyMatch(each -> each.startsWith("papers/01-起诉状.pdf " + PDF.length))
                        .anyMatch(each -> each.startsWith("handover.json ")));
        assertThat(handed.files()).extracting(HandOver.File::sha256).hasSize(2).doesNotContainNull();
        assertThat(table.contents(begun.id())).as("its content is gone").isEmpty();
        assertThat(handOvers.keep(begun.id(), "evidence", "x.pdf", PDF, owner)).isEqualTo(Keeping.NOT_NOW);
        assertThat(handOvers.zip(begun.id(), owner)).isEmpty();
    }

    @Test
    void withoutWhatIsNeededNothingGoesOut() {
        HandOvers handOvers = handOvers(court.platform());
        Acting owner = owner();
        HandOver begun = handOvers.begin("contract", "whole", "某某公司（测试）", "解除合同", null, owner);
        assertThat(handOvers.handOver(begun.id(), consent(), owner))
                .isEqualTo(new Handing.Missing(List.of("complaint", "identity")));
        assertThat(handOvers.keep(begun.id(), "complaint", "a.exe", new byte[] {'M', 'Z', 1}, owner))
                .isEqualTo(Keeping.UNKNOWN_TYPE);
        assertThat(handOvers.keep(begun.id(), "nothing", "a.pdf", PDF, owner)).isEqualTo(Keeping.NOT_NOW);
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainAndItStaysOneHandOver() {
        HandOvers handOvers = handOvers(court.platform());
        Acting owner = owner();
        HandOver begun = prepared(handOvers, owner);
        court.silentOnce = true;
        assertThat(done(handOvers.handOver(begun.id(), consent(), owner)).state())
                .isEqualTo(State.SENDING);
        turns(court.platform(), Clock.offset(clock, Duration.ofMinutes(6))).work();
        assertThat(handOvers.find(begun.id(), owner).orElseThrow().state()).isEqualTo(State.HANDED);
        assertThat(court.packages).as("one hand-over").hasSize(1);
    }

    @Test
    void whatThePlatformRefusesIsMendedAndGoesAsAnotherPackage() {
        HandOvers handOvers = handOvers(court.platform());
        Acting owner = owner();
        HandOver begun = prepared(handOvers, owner);
        court.refuses = "起诉状没有盖章";
        HandOver refused = done(handOvers.handOver(begun.id(), consent(), owner));
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refused()).isEqualTo("起诉状没有盖章");
        court.refuses = "";
        assertThat(done(handOvers.handOver(begun.id(), consent(), owner)).state())
                .isEqualTo(State.HANDED);
    }

    @Test
    void howFarItIsComesBackAndNothingOfWhatWasDecided() {
        HandOvers handOvers = handOvers(court.platform());
        Acting owner = owner();
        HandOver begun = prepared(handOvers, owner);
        done(handOvers.handOver(begun.id(), consent(), owner));
        court.standing = """
                {"stage": "HEARING", "since": "2026-11-25", "meetsAt": "2026-12-03T09:30:00+08:00", "place": "网上",
                 "judgment": "驳回原告请求"}""";
        turns(court.platform(), Clock.offset(clock, Duration.ofMinutes(6))).work();
        turns(court.platform(), Clock.offset(clock, Duration.ofHours(1))).work();
        assertThat(handOvers.find(begun.id(), owner).orElseThrow().stages())
                .as("the same twice is one")
                .singleElement()
                .satisfies(stage -> {
                    assertThat(stage.since()).isEqualTo(LocalDate.of(2026, 11, 25));
                    assertThat(stage.place()).isEqualTo("网上");
                });
        court.standing = "{\"stage\": \"CLOSED\", \"since\": \"2026-12-20\", \"judgment\": \"驳回原告请求\"}";
        turns(court.platform(), Clock.offset(clock, Duration.ofHours(2))).work();
        HandOver ended = handOvers.find(begun.id(), owner).orElseThrow();
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(ended.toString()).doesNotContain("驳回");
        assertThat(database.sql("select count(*) from courts.stage s where s::text like '%驳回%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCityThatIsNotConnectedGivesThePackageToTheFirm() {
        HandOvers handOvers = handOvers(new NoPlatform());
        Acting owner = owner();
        HandOver begun = prepared(handOvers, owner);
        assertThat(handOvers.handOver(begun.id(), consent(), owner)).isInstanceOf(Handing.NotConnected.class);
        assertThat(handOvers.zip(begun.id(), owner))
                .hasValueSatisfying(zip -> assertThat(zip.length).isGreaterThan(200));
    }

    @Test
    void onlyWhoeverMayApplyForTheFirmSeesIt() {
        HandOvers handOvers = handOvers(court.platform());
        Acting owner = owner();
        HandOver begun = prepared(handOvers, owner);
        assertThat(handOvers.find(begun.id(), owner())).as("another firm").isEmpty();
        assertThat(handOvers.keep(begun.id(), "evidence", "x.pdf", PDF, owner()))
                .isEqualTo(Keeping.NOT_NOW);
        Acting viewer = acting(begun.firm(), Capacity.AGENT, Set.of(Purpose.VIEW));
        assertThatThrownBy(() -> handOvers.find(begun.id(), viewer)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void everyTermHasItsBasisAndTheFilingDecisionItsDay() {
        assertThat(guide.terms())
                .allSatisfy(term -> assertThat(term.basis().zh()).isNotBlank());
        assertThat(guide.terms().getFirst().end(LocalDate.of(2026, 11, 23))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(guide.terms())
                .filteredOn(term -> !term.verify().zh().isBlank())
                .as("what is not certain says so")
                .isNotEmpty();
    }
}
