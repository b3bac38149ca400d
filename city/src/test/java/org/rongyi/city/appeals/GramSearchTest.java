package org.rongyi.city.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.vocabulary.Grams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is searched for is found the same, whether the database knows how frequent it is, and on either way.
@CityTest
class GramSearchTest {
    private static final String WORDS = "黄桷坪麻辣兔头店的霓虹招牌坏了";
    private static final String SEARCHED = "麻辣兔头 霓虹";

    @Autowired
    private Appeals appeals;

    @Autowired
    private JdbcClient database;

    private long send(String words) {
        Reporter reporter = new Reporter("李先生", null, null, false);
        NewAppeal what =
                new NewAppeal(UUID.randomUUID().toString(), Channel.WEB, words, "锦江区", null, reporter, "E0601", false);
        return ((Receiving.Accepted) appeals.receive(what)).appeal().id();
    }

    private List<Long> found(Map<Integer, Float> shares) {
        GramShares known = new GramShares(database) {
            @Override
            Known known() {
                return new Known(shares, System.nanoTime());
            }
        };
        return new GramSearch(database, known)
                .find(SEARCHED, 20).stream().map(each -> each.appeal().id()).toList();
    }

    @Test
    void theNewestComeFirstOnEitherWay() {
        long first = send(WORDS);
        send("麻辣兔头店关门了");
        long second = send(WORDS + "，第二次说");
        Map<Integer, Float> frequent =
                Arrays.stream(Grams.of(WORDS)).boxed().collect(Collectors.toMap(gram -> gram, _ -> 0.5F));
        assertThat(found(Map.of())).as("nothing is known").containsExactly(second, first);
        assertThat(found(frequent)).as("frequent").containsExactly(second, first);
        assertThat(found(Map.of(Grams.of("停电")[0], 0.1F))).as("rare").containsExactly(second, first);
        Map<Integer, Float> mixed = Map.of(Grams.of("麻辣")[0], 0.3F, Grams.of("霓虹")[0], 0.2F);
        assertThat(found(mixed)).as("some of both").containsExactly(second, first);
    }
}
