package org.rongyi.city.helping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Draft;
import org.rongyi.city.applications.Drafts;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.applications.SharedDrafts;
import org.rongyi.city.applications.SharedDrafts.Scope;
import org.rongyi.city.applications.SharedDrafts.Sharing;
import org.rongyi.city.applications.Story;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.helping.Asking.Fault;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.ElementDefinition.Sensitivity;
import org.rongyi.definitions.journey.JourneyPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who asks gets one named helper; what the helper may do, the firm says and takes back.
@CityTest
class HelpingTest {
    private static final Map<String, Object> PLAN =
            Map.of("hasSign", false, "assemblyPlace", false, "sellsTobacco", false);
    private static final String AREA = "premisesArea";

    @Autowired
    private Helps helps;

    @Autowired
    private HelpDesk desk;

    @Autowired
    private SharedDrafts shared;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Story story;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TestClock clock;

    private Acting owner;

    @BeforeEach
    void aFirmIsThere() {
        owner = story.owner(TestFirms.enter(enterprises, "要人帮的小馆（测试）"));
    }

    private Acting helper(String department) {
        Person person = new Person("h-" + UUID.randomUUID(), "帮办（测试）", department, Set.of(Role.HELPER));
        people.register(person, Story.PASSWORD);
        return new Acting(person, null);
    }

    private static NewHelp about(String item, String journey) {
        return new NewHelp(UUID.randomUUID().toString(), item, journey, null, "不知道怎么填");
    }

    private Help named(NewHelp what, Acting by) {
        Asking asking = helps.ask(what, by);
        assertThat(asking).isInstanceOf(Asking.Named.class);
        return ((Asking.Named) asking).help();
    }

    private Acting helperOf(Help help) {
        return new Acting(people.find(help.helper()).orElseThrow(), null);
    }

    private Help aboutDraft(Draft draft) {
        long id = draft.application().id();
        return named(new NewHelp(UUID.randomUUID().toString(), "", "", id, "面积怎么填"), owner);
    }

    private Draft draft() {
        return story.filled(owner, "open-restaurant", PLAN);
    }

    private SharedDrafts.Share let(Help help, Draft draft, Scope scope) {
        Sharing sharing = helps.let(
                help.id(),
                draft.application().id(),
                scope,
                clock.instant().plus(Duration.ofDays(3)),
                help.helper(),
                owner);
        assertThat(sharing).isInstanceOf(Sharing.Shared.class);
        return ((Sharing.Shared) sharing).share();
    }

    @Test
    void theDepartmentItIsAboutHelpsAndInItWhoHasLeast() {
        Acting first = helper("税务");
        Acting second = helper("税务");
        List<String> named = List.of(
                named(about("invoice-quota", ""), owner).helper(),
                named(about("invoice-quota", ""), owner).helper());
        assertThat(named).containsExactlyInAnyOrder(first.account(), second.account());
        Help other = named(about("", ""), owner);
        assertThat(other.unit()).as("the city's help desk").isEqualTo("政务服务中心");
        assertThat(helps.read(other, owner))
                .extracting(Help.Message::side)
                .containsExactly(Help.Side.ASKER, Help.Side.HOUSE);
    }

    @Test
    void theSameAskedTwiceIsOneAndWhoMayNotApplyIsToldSo() {
        NewHelp what = about("food-permit", "");
        assertThat(named(what, owner).id()).isEqualTo(named(what, owner).id());
        assertThat(helps.ask(about("food-permit", ""), story.officer("市监")))
                .isEqualTo(new Asking.Refused(Fault.MAY_NOT));
        assertThat(helps.ask(new NewHelp("key", "", "", null, " "), owner)).isEqualTo(new Asking.Refused(Fault.WORDS));
        Draft draft = draft();
        Acting stranger = story.person("路人（测试）");
        assertThat(helps.ask(new NewHelp("key", "", "", draft.application().id(), "看看"), stranger))
                .isEqualTo(new Asking.Refused(Fault.NO_SUCH_DRAFT));
    }

    @Test
    void aTalkIsThereForTheFirmAndItsHelperAndForNobodyElse() {
        Help help = named(about("food-permit", ""), owner);
        Acting helper = helperOf(help);
        Acting viewer = story.person("会计（测试）");
        mandates.grant(
                owner,
                new Mandates.Wish(viewer.account(), "会计（测试）", Set.of(Purpose.VIEW), clock.today()),
                clock.today());
        viewer = story.again(viewer, clock.today());
        assertThat(helps.find(help.id(), viewer)).isPresent();
        assertThat(helps.say(help.id(), "我也问一句", viewer))
                .as("sees, but does not speak")
                .isFalse();
        Acting stranger = story.owner(TestFirms.enter(enterprises, "别家小馆（测试）"));
        assertThat(helps.find(help.id(), stranger)).isEmpty();
        assertThat(helps.say(help.id(), "我也问一句", stranger)).isFalse();
        assertThat(desk.own(helper))
                .filteredOn(line -> line.help().id() == help.id())
                .extracting(Help.Line::unread)
                .as("what was asked, and that a helper was named")
                .containsExactly(2);
        Acting another = helper("规自");
        assertThat(desk.own(another)).isEmpty();
        assertThat(desk.open(help.id(), another)).isEmpty();
        assertThat(desk.say(help.id(), "我来答", another)).isFalse();
        assertThat(helps.looks(help)).as("nobody has looked").isEmpty();
        assertThat(desk.open(help.id(), helper)).isPresent();
        assertThat(helps.looks(help))
                .extracting(Help.Look::name)
                .containsExactly(helper.person().name());
    }

    @Test
    void theOtherSideIsToldOnceUntilItHasRead(@Autowired MailNotices mails, @Autowired JdbcClient database) {
        mails.setAddress(owner.account(), "owner@example.test");
        Help help = named(about("food-permit", ""), owner);
        Acting helper = helperOf(help);
        assertThat(helps.read(help, owner)).hasSize(2);
        assertThat(desk.say(help.id(), "您的店多大？", helper)).isTrue();
        assertThat(desk.say(help.id(), "有没有冷菜间？", helper)).isTrue();
        assertThat(letters(database)).isEqualTo(1);
        assertThat(helps.of(owner)).extracting(Help.Line::unread).containsExactly(2);
        helps.read(help, owner);
        assertThat(helps.of(owner)).extracting(Help.Line::unread).containsExactly(0);
        desk.say(help.id(), "还在吗？", helper);
        assertThat(letters(database)).isEqualTo(2);
    }

    private int letters(JdbcClient database) {
        return database.sql("select count(*) from applications.mail where account = ?")
                .param(owner.account())
                .query(Integer.class)
                .single();
    }

    @Test
    void aHelperFillsInUnderALeaveAndEachChangeSaysWhoWhenAndWhatItWas() {
        Draft draft = draft();
        long id = draft.application().id();
        Help help = aboutDraft(draft);
        Acting helper = helperOf(help);
        assertThat(shared.open(id, helper)).as("not let in yet").isEmpty();
        let(help, draft, Scope.SEE);
        assertThat(shared.open(id, helper)).isPresent();
        shared.say(id, helper, Map.of(AREA, new BigDecimal(99)), 0);
        assertThat(shared.changes(id, owner)).as("may only look").isEmpty();
        let(help, draft, Scope.FILL);
        shared.say(id, helper, Map.of(AREA, new BigDecimal(99), "noSuchElement", "x"), 0);
        assertThat(shared.changes(id, owner)).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo(helper.person().name());
            assertThat(change.helper()).isTrue();
            assertThat(change.at()).isEqualTo(clock.instant());
            assertThat(change.element()).isEqualTo(AREA);
            assertThat(change.before()).isEqualTo(new BigDecimal(12));
            assertThat(change.after()).isEqualTo(new BigDecimal(99));
        });
        assertThat(shared.shares(id, owner).getFirst().looks()).isZero();
        shared.open(id, helper);
        assertThat(shared.shares(id, owner).getFirst().looks()).isEqualTo(1);
        Acting stranger = story.person("路人（测试）");
        assertThat(shared.changes(id, stranger)).isEmpty();
        assertThat(shared.shares(id, stranger)).isEmpty();
    }

    @Test
    void noHelperHandsInDiscardsOrBringsPapers() {
        Draft draft = draft();
        long id = draft.application().id();
        Help help = aboutDraft(draft);
        Acting helper = helperOf(help);
        let(help, draft, Scope.FILL);
        assertThat(drafts.handIn(id, helper)).isInstanceOf(Drafts.Handing.NoSuchDraft.class);
        assertThat(drafts.discard(id, helper)).isFalse();
        assertThat(drafts.find(id, helper)).isEmpty();
        assertThat(drafts.attach(id, helper, "lease", "a.pdf", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Drafts.Attaching.NOT_ASKED);
    }

    @Test
    void whoFoundsAFirmIsHelpedTooAndPersonalNumbersAreNotTheHelpers(@Autowired Elements elements) {
        owner = story.person("创业者（测试）");
        Draft draft = story.filled(owner, "start-company", Map.of("needsInvoices", false), "bank-account-booking");
        long id = draft.application().id();
        Help help = aboutDraft(draft);
        Acting helper = helperOf(help);
        let(help, draft, Scope.FILL);
        List<String> numbers = draft.plan().form().stream()
                .map(JourneyPlan.Field::element)
                .filter(element -> elements.find(element).orElseThrow().sensitivity() == Sensitivity.S)
                .filter(element -> draft.application().said().containsKey(element))
                .toList();
        assertThat(numbers).as("what the journey asks of personal numbers").isNotEmpty();
        shared.say(id, helper, Map.of(numbers.getFirst(), "110101199001011234"), 0);
        assertThat(drafts.find(id, owner).orElseThrow().application().said())
                .isEqualTo(draft.application().said());
        shared.say(id, owner, Map.of(numbers.getFirst(), "110101199001011234"), 0);
        assertThat(shared.changes(id, owner)).singleElement().satisfies(change -> {
            assertThat(change.hidden()).isTrue();
            assertThat(change.after()).as("not repeated").isNull();
        });
    }

    @Test
    void whatBothChangedAtOnceIsOverwrittenByNeither() {
        Draft draft = draft();
        long id = draft.application().id();
        Help help = aboutDraft(draft);
        Acting helper = helperOf(help);
        let(help, draft, Scope.FILL);
        long seen = shared.newest(id);
        shared.say(id, helper, Map.of(AREA, new BigDecimal(50)), seen);
        assertThat(shared.say(id, owner, Map.of(AREA, new BigDecimal(12)), seen))
                .as("the owner's old form, in which it was not touched")
                .isEmpty();
        assertThat(value(id)).isEqualTo(new BigDecimal(50));
        assertThat(shared.say(id, owner, Map.of(AREA, new BigDecimal(70)), seen))
                .containsExactly(AREA);
        assertThat(value(id)).as("told, not overwritten").isEqualTo(new BigDecimal(50));
        assertThat(shared.say(id, owner, Map.of(AREA, new BigDecimal(70)), shared.newest(id)))
                .isEmpty();
        assertThat(value(id)).as("once it was seen").isEqualTo(new BigDecimal(70));
        assertThat(shared.changes(id, owner))
                .extracting(SharedDrafts.Change::helper)
                .containsExactly(false, true);
    }

    private Object value(long draft) {
        return Objects.requireNonNull(
                drafts.find(draft, owner).orElseThrow().application().said().get(AREA));
    }

    @Test
    void aLeaveEndsWhenItIsTakenBackWhenItsHourComesAndWithTheTalk() {
        Draft draft = draft();
        long id = draft.application().id();
        Help help = aboutDraft(draft);
        Acting helper = helperOf(help);
        Instant tooLong = clock.instant().plus(SharedDrafts.LONGEST).plusSeconds(1);
        assertThat(helps.let(help.id(), id, Scope.SEE, tooLong, help.helper(), owner))
                .isEqualTo(new Sharing.Refused(Sharing.Fault.UNTIL));
        assertThat(helps.let(help.id(), id, Scope.SEE, clock.instant().plusSeconds(60), "somebody-else", owner))
                .as("only whom the page named")
                .isEqualTo(new Sharing.Refused(Sharing.Fault.NO_HELPER));
        SharedDrafts.Share first = let(help, draft, Scope.FILL);
        assertThat(helps.takeBack(help.id(), first.id(), helper))
                .as("not the helper's to say")
                .isFalse();
        assertThat(helps.takeBack(help.id(), first.id(), owner)).isTrue();
        assertThat(shared.open(id, helper)).isEmpty();
        let(help, draft, Scope.FILL);
        clock.moveTo(clock.instant().plus(Duration.ofDays(3).plusSeconds(1)));
        assertThat(shared.open(id, helper)).as("its hour").isEmpty();
        let(help, draft, Scope.FILL);
        assertThat(helps.close(help.id(), owner)).isTrue();
        assertThat(shared.open(id, helper)).as("with the talk").isEmpty();
        assertThat(desk.say(help.id(), "再说一句", helper)).isFalse();
        assertThat(helps.say(help.id(), "还有一个问题", owner)).isTrue();
        assertThat(helps.find(help.id(), owner).orElseThrow().open())
                .as("a word opens it again")
                .isTrue();
        assertThat(shared.open(id, helper)).as("but lets nobody in").isEmpty();
    }

    @Test
    void anOpenPageOfWhoHelpsNoLongerIsToldNothingMore(@Autowired LiveTalks live) {
        Help help = named(about("food-permit", ""), owner);
        Acting helper = helperOf(help);
        int before = live.watching();
        assertThat(live.watch(help.id(), 0, () -> desk.find(help.id(), helper).isPresent()))
                .isPresent();
        live.look();
        assertThat(live.watching()).isEqualTo(before + 1);
        assertThat(desk.pass(help.id(), helper("公积金").account(), "这归公积金", helper))
                .isTrue();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            live.look();
            assertThat(live.watching()).isEqualTo(before);
        });
    }

    @Test
    void whoIsPassedATalkIsLetInAnewAndWhoHelpsNoMoreIsReplaced() {
        Draft draft = draft();
        Help help = aboutDraft(draft);
        Acting helper = helperOf(help);
        let(help, draft, Scope.FILL);
        Acting next = helper("公积金");
        assertThat(desk.pass(help.id(), next.account(), "", helper))
                .as("without a reason")
                .isFalse();
        assertThat(desk.pass(help.id(), next.account(), "这归公积金", helper)).isTrue();
        assertThat(shared.open(draft.application().id(), helper)).isEmpty();
        assertThat(shared.open(draft.application().id(), next)).isEmpty();
        assertThat(desk.find(help.id(), helper)).isEmpty();
        assertThat(desk.find(help.id(), next)).isPresent();
        people.register(new Person(next.account(), "帮办（测试）", "公积金", Set.of()), Story.PASSWORD);
        assertThat(helps.say(help.id(), "有人吗？", owner)).isTrue();
        Help now = helps.find(help.id(), owner).orElseThrow();
        assertThat(now.helper()).isNotEqualTo(next.account());
        assertThat(desk.find(help.id(), helperOf(now))).isPresent();
    }

    @Test
    void helpIsRatedOnceAfterItsEndByWhoeverMayGoOnWithIt(@Autowired HelpRatings ratings) {
        Help help = aboutDraft(draft());
        Acting helper = helperOf(help);
        Help.Rating good = new Help.Rating(5, " 一步一步教会了 ");
        assertThat(ratings.rate(help.id(), good, owner)).as("it goes on").isFalse();
        assertThat(desk.close(help.id(), helper)).isTrue();
        assertThat(ratings.rate(help.id(), good, helper)).as("not theirs").isFalse();
        assertThat(ratings.rate(help.id(), good, owner)).isTrue();
        assertThat(ratings.rate(help.id(), new Help.Rating(1, ""), owner))
                .as("once")
                .isFalse();
        assertThat(ratings.of(help)).contains(new Help.Rating(5, "一步一步教会了"));
        assertThat(ratings.lately().ratings()).isPositive();
    }
}
