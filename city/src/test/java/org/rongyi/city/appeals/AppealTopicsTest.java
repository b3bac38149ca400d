package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.texts.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several say the same in other words: that is found by what they mean, and may ask for a change of a rule.
@CityTest
class AppealTopicsTest {
    private static final List<String> SAID =
            List.of("冷库的电价突然翻了一倍，水果店撑不住了", "我家冷库电费这个月突然翻倍，没有人通知", "做冷链的，冷库用电价格突然涨了一倍", "冷库电价翻倍，能不能先按原来的价收");

    private final Appeals appeals;
    private final AppealTable table;
    private final AppealCatalogue catalogue;
    private final ChangeRequests changes;
    private final JdbcClient database;
    private final CityWords city;
    private final TestClock clock;

    @Autowired
    AppealTopicsTest(
            Appeals appeals,
            AppealTable table,
            AppealCatalogue catalogue,
            ChangeRequests changes,
            JdbcClient database,
            CityWords city,
            TestClock clock) {
        this.appeals = appeals;
        this.table = table;
        this.catalogue = catalogue;
        this.changes = changes;
        this.database = database;
        this.city = city;
        this.clock = clock;
    }

    private Appeal bring(String words) {
        String who = "firm-" + UUID.randomUUID();
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(),
                Appeal.Channel.WEB,
                words,
                "",
                null,
                new Appeal.Reporter(who, null, null, false),
                null,
                false);
        assertThat(appeals.receive(what)).isInstanceOf(Receiving.Accepted.class);
        return table.byKey(what.key()).orElseThrow();
    }

    @Test
    void whatSeveralSayInOtherWordsIsFoundAndCountedByVoices(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("appeals"));
        Files.writeString(folder.resolve("appeals/examples.csv"), "text,category\n停电,E0601\n停水,E0602\n");
        List<Appeal> brought = new ArrayList<>();
        SAID.forEach(words -> brought.add(bring(words)));
        Appeal other = bring("猕猴桃出口要的植物检疫证书在哪里办");
        Advisor advisor = new Advisor(catalogue, new CityFolder(folder), database, clock, true);
        ReadTopics topics = new ReadTopics(advisor, table, database, city, clock);
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> topics.emerging().whole());
            List<String> numbers = brought.stream().map(Appeal::number).toList();
            assertThat(topics.alike(brought.getFirst(), 5))
                    .extracting(alike -> alike.appeal().number())
                    .isNotEmpty()
                    .isSubsetOf(numbers.subList(1, numbers.size()));
            assertThat(topics.alike(other, 5)).isEmpty();
            assertThat(topics.emerging().topics())
                    .filteredOn(topic -> topic.numbers().containsAll(numbers))
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.voices()).isEqualTo(4))
                    .satisfies(topic -> assertThat(topic.usual()).isLessThan(1))
                    .satisfies(topic -> assertThat(topic.numbers()).doesNotContain(other.number()));
        } finally {
            topics.destroy();
            advisor.destroy();
        }
    }

    @Test
    void whatIsUsualIsTakenFromTheDaysThatAreKnown() {
        assertThat(ReadTopics.usual(AppealTopics.DAYS)).isEqualTo(Topics.USUAL);
        assertThat(ReadTopics.usual(30).usualDays()).isEqualTo(23);
        assertThat(AppealTopics.Emerging.NOTHING.enough()).isTrue();
        assertThat(new AppealTopics.Emerging(List.of(), 20_000, true, 20, true).enough())
                .isFalse();
    }

    @Test
    void aChangeIsAskedForByALeaderAndClosedByNobodyButANewText() {
        Appeal appeal = bring("开餐馆要跑三个窗口，能不能一次办完");
        Acting leader = new Acting(new Person("change-leader", "某市领导", "市政府办", Set.of(Role.LEADER)), null);
        Acting officer = new Acting(new Person("change-officer", "某人", "市监", Set.of(Role.OFFICER)), null);
        String target = changes.targets().getLast().id();
        List<String> numbers = List.of(appeal.number());
        assertThat(changes.open(numbers, target, "合成一次", officer))
                .as("no leader")
                .isFalse();
        assertThat(changes.open(numbers, "item/none", "合成一次", leader)).isFalse();
        assertThat(changes.open(List.of("0"), target, "合成一次", leader))
                .as("no such appeal")
                .isFalse();
        assertThat(changes.open(numbers, target, "合成一次", leader)).isTrue();
        assertThat(changes.of(appeal))
                .singleElement()
                .satisfies(request -> assertThat(request.appeals()).isOne())
                .satisfies(request -> assertThat(request.changed()).isNull());

        // As if the text of that day had been an earlier one.
        long earlier = database.sql("""
                        insert into appeals.change (target, version, words, by_account, by_name, at)
                        select target, 'earlier', words, by_account, by_name, at from appeals.change
                         where by_account = 'change-leader' returning id""").query((row, _) -> row.getLong(1)).single();
        database.sql("insert into appeals.change_voice (change_id, appeal_id) values (?, ?)")
                .params(earlier, appeal.id())
                .update();
        assertThat(changes.of(appeal).getFirst().changed()).isNotNull();
        assertThat(changes.latest(1)).isEqualTo(changes.of(appeal).subList(0, 1));
    }
}
