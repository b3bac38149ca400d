package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Routing.Advice;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the words of the catalogue leave open is told by examples.
@CityTest
class AdvisorTest {
    private static final String EXAMPLES = """
            text,category
            电闸老是跳，冰柜停了好几回,E0601
            变压器坏了，车间没有电,E0601
            昨晚起整条街黑着，机器开不了,E0601
            线路老化，一到晚上就断电,E0601
            龙头拧开没有水，后厨没法洗菜,E0602
            水流很小，洗碗机用不了,E0602
            水管爆了，店里淹了还没人来,E0602
            自来水发黄，不敢给客人用,E0602
            这一行没有类别
            """;
    private static final String WORDS = "机器一开就跳闸，整个车间都黑了";

    private final AppealCatalogue catalogue;
    private final JdbcClient database;

    @Autowired
    AdvisorTest(AppealCatalogue catalogue, JdbcClient database) {
        this.catalogue = catalogue;
        this.database = database;
    }

    private static CityFolder folder(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("appeals"));
        Files.writeString(folder.resolve("appeals/examples.csv"), EXAMPLES);
        return new CityFolder(folder);
    }

    @Test
    void whatNoWordTellsIsLearntFromExamples(@TempDir Path folder) throws Exception {
        Advisor advisor = new Advisor(catalogue, folder(folder), database, Clock.systemUTC(), true);
        try {
            assertThat(new Routing(catalogue).advise(WORDS).leaf())
                    .as("no word of the catalogue")
                    .isNull();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !advisor.candidates(WORDS).isEmpty());
            assertThat(advisor.candidates(WORDS).getFirst().leaf())
                    .isNotNull()
                    .extracting(AppealCatalogue.Leaf::code)
                    .isEqualTo("E0601");
            assertThat(advisor.advise("一个月被四个部门重复检查").sure())
                    .as("the words of the catalogue leave no doubt")
                    .isTrue();
        } finally {
            advisor.destroy();
        }
        assertThat(advisor.advise(WORDS)).as("without the model").isEqualTo(Advice.NONE);
        assertThat(advisor.candidates(WORDS)).isEmpty();
    }

    @Test
    void whereNothingIsLearntOnlyTheWordsSpeak(@TempDir Path folder) throws Exception {
        Advisor advisor = new Advisor(catalogue, folder(folder), database, Clock.systemUTC(), false);
        assertThat(advisor.advise(WORDS)).isEqualTo(Advice.NONE);
        assertThat(advisor.candidates(WORDS)).isEmpty();
        advisor.destroy();
    }
}
