package org.rongyi.city.privatesector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.applications.Story;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.privatesector.Arrears.Complaining;
import org.rongyi.city.privatesector.Arrears.Fault;
import org.rongyi.city.privatesector.Arrears.NewArrears;
import org.rongyi.city.privatesector.FinanceNeeds.NewNeed;
import org.rongyi.city.privatesector.FinanceNeeds.Outcome;
import org.rongyi.city.privatesector.Opportunities.NewOpportunity;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// What a firm is owed becomes an appeal with its own days; projects and finance reach whom they are meant for.
@CityTest
class PrivateSectorTest {
    @Autowired
    private Arrears arrears;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private FinanceNeeds needs;

    @Autowired
    private Story story;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    private CreditCode firm;
    private Acting owner;

    @BeforeEach
    void aFirmIsThere() {
        firm = TestFirms.enter(enterprises, "被拖欠的小厂（测试）");
        owner = story.owner(firm);
    }

    private NewArrears owed(String key, String words) {
        return new NewArrears(
                key,
                "某某建设集团",
                "STATE_FIRM",
                "装修合同 2025-018，2025-03-01 签",
                new BigDecimal("186000.50"),
                LocalDate.of(2026, 3, 1),
                List.of("25512000000012345678", "25512000000012345679"),
                "某区某路",
                "王女士 13800000000",
                words,
                false);
    }

    private String accepted(NewArrears what) {
        Complaining complaining = arrears.complain(what, owner);
        assertThat(complaining).isInstanceOf(Complaining.Accepted.class);
        return ((Complaining.Accepted) complaining).number();
    }

    @Test
    void whatIsOwedBecomesAnAppealOfItsOwnTypeWithItsOwnDays(@Autowired Appeals appeals, @Autowired Seats seats) {
        String number = accepted(owed("owed-" + UUID.randomUUID(), "催了五次，这是投诉"));
        Appeal appeal = seats.find(number).orElseThrow();
        assertThat(appeal.type()).as("whatever its words say").isEqualTo("ARREARS");
        assertThat(appeal.category()).isEqualTo("E0902");
        assertThat(appeal.words())
                .contains("某某建设集团欠 186000.50 元", "2026-03-01", "装修合同", "25512000000012345679", "催了五次");
        CaseFile.Running reply = appeals.record(appeal).clocks().stream()
                .filter(each -> each.clock().id().equals("reply"))
                .findFirst()
                .orElseThrow();
        LocalDate due = LocalDate.ofInstant(Objects.requireNonNull(reply.dueAt()), clock.getZone());
        assertThat(due)
                .as("within 30 days")
                .isBetween(clock.today().plusDays(28), clock.today().plusDays(30));
        assertThat(arrears.of(owner)).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(number);
            assertThat(line.amountYuan()).isEqualByComparingTo("186000.50");
            assertThat(line.state()).isPresent();
        });
        assertThat(arrears.of(story.owner(TestFirms.enter(enterprises, "别家小厂（测试）"))))
                .isEmpty();
    }

    @Test
    void theSameSentTwiceIsOneComplaint() {
        NewArrears what = owed("owed-" + UUID.randomUUID(), "");
        assertThat(accepted(what)).isEqualTo(accepted(what));
        assertThat(arrears.of(owner)).hasSize(1);
    }

    @Test
    void whatACourtHasIsToldWhereElseToTurn() {
        assertThat(arrears.complain(owed("owed-" + UUID.randomUUID(), "我们已经起诉了"), owner))
                .isInstanceOfSatisfying(
                        Complaining.Elsewhere.class,
                        elsewhere -> assertThat(elsewhere.route().id()).isEqualTo("litigation"));
        assertThat(arrears.of(owner)).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        NewArrears nothing = new NewArrears(
                "key",
                " ",
                "none",
                "",
                new BigDecimal("-1"),
                clock.today(),
                List.of("12"),
                "",
                "",
                "x".repeat(1501),
                false);
        assertThat(arrears.complain(nothing, owner)).isEqualTo(new Complaining.Refused(EnumSet.allOf(Fault.class)));
        assertThatThrownBy(() -> arrears.complain(owed("key", ""), story.person("路人（测试）")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private long published(Acting officer, int days) {
        assertThat(opportunities.publish(
                        new NewOpportunity(
                                "园区食堂改造（测试）",
                                "要餐饮服务企业",
                                new BigDecimal("120"),
                                clock.today().plusDays(days),
                                "李工 028-00000000"),
                        officer))
                .isEmpty();
        return opportunities.own(officer).getFirst().id();
    }

    @Test
    void aFirmIsInterestedAndOnlyTheDepartmentThatOffersItSeesWho() {
        Acting officer = story.officer("经信");
        long id = published(officer, 20);
        assertThat(opportunities.open(200)).anyMatch(each -> each.id() == id);
        assertThat(opportunities.beInterested(id, "王女士 13800000000", "做过两个食堂", owner))
                .isTrue();
        opportunities.beInterested(id, "王女士 13900000000", "", owner);
        assertThat(opportunities.find(id).orElseThrow().interested()).as("once").isEqualTo(1);
        assertThat(opportunities.interests(id, story.officer("税务"))).isEmpty();
        assertThat(opportunities.looks(id)).isEmpty();
        assertThat(opportunities.interests(id, officer))
                .singleElement()
                .satisfies(each -> assertThat(each.contact()).isEqualTo("王女士 13900000000"));
        assertThat(opportunities.looks(id)).hasSize(1);
        assertThat(opportunities.withdraw(id, owner)).isTrue();
        assertThat(opportunities.interests(id, officer)).isEmpty();
        assertThat(opportunities.close(id, "没有签约", story.officer("税务"))).isFalse();
        assertThat(opportunities.close(id, "没有签约", officer)).isTrue();
        assertThat(opportunities.beInterested(id, "王女士", "", owner))
                .as("it is over")
                .isFalse();
    }

    @Test
    void whatIsOverTakesNobodyAndWhatIsWrongIsTold() {
        Acting officer = story.officer("经信");
        long id = published(officer, 1);
        clock.moveTo(clock.today().plusDays(2));
        assertThat(opportunities.beInterested(id, "王女士", "", owner)).isFalse();
        assertThat(opportunities.open(200)).noneMatch(each -> each.id() == id);
        assertThat(opportunities.publish(
                        new NewOpportunity(
                                "", "", BigDecimal.ZERO, clock.today().minusDays(1), ""),
                        officer))
                .isEqualTo(EnumSet.allOf(Opportunities.Fault.class));
    }

    private static NewNeed wish(Set<String> units) {
        return new NewNeed(new BigDecimal("50"), 12, "买两台烤箱", "", "王女士 13800000000", units);
    }

    @Test
    void aNeedIsReadByTheUnitsThatTheFirmChoseAndEachSeesItsOwnAnswersOnly() {
        assertThat(needs.state(wish(Set.of("银行")), owner)).isEmpty();
        long id = needs.of(owner).getFirst().id();
        Acting bank = story.officer("银行");
        Acting finance = story.officer("金融");
        assertThat(needs.open(id, finance)).as("not chosen").isEmpty();
        assertThat(needs.answer(id, "可以来谈", finance)).isFalse();
        assertThat(needs.find(id, owner).orElseThrow().looks()).isEmpty();
        assertThat(needs.waiting(bank)).anyMatch(need -> need.id() == id);
        assertThat(needs.open(id, bank)).isPresent();
        assertThat(needs.answer(id, "有设备贷，带流水来谈", bank)).isTrue();
        FinanceNeeds.Told told = needs.find(id, owner).orElseThrow();
        assertThat(told.looks()).hasSize(1);
        assertThat(told.answers()).extracting(FinanceNeeds.Answer::words).containsExactly("有设备贷，带流水来谈");
        Acting other = story.owner(TestFirms.enter(enterprises, "别家小厂（测试）"));
        assertThat(needs.find(id, other)).isEmpty();
        assertThat(needs.close(id, Outcome.FOUND, other)).isFalse();
        assertThat(needs.close(id, Outcome.FOUND, owner)).isTrue();
        assertThat(needs.open(id, bank)).as("what is closed is read by nobody").isEmpty();
        assertThat(needs.answer(id, "再谈谈", bank)).isFalse();
    }

    @Test
    void aNeedSaysHowMuchForWhatAndToWhom() {
        NewNeed nothing = new NewNeed(null, 0, "", "x".repeat(501), "", Set.of("没有的单位"));
        assertThat(needs.state(nothing, owner)).isEqualTo(EnumSet.allOf(FinanceNeeds.Fault.class));
    }

    @Test
    void everyFaultOfTheCitysFileIsTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("privatesector.yaml"), """
                arrears:
                  category: E9999
                  debtors: [{id: A, name: 一}, {id: A, name: 二}]
                policies: [NONE]
                other: 1
                """);
        assertThatThrownBy(() -> SectorFile.read(file, Set.of("E0902"), Set.of("P01")))
                .isInstanceOf(FaultyCityFiles.class)
                .hasMessageContainingAll("(E9999)", "(A) is here for the second time", "(NONE)", "(other)");
    }
}
