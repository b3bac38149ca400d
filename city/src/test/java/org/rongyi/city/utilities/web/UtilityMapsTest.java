package org.rongyi.city.utilities.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandate.Capacity;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.TestFirms;
import org.rongyi.city.utilities.Connections;
import org.rongyi.city.utilities.NewConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A city in which many have applied: leaders see where, and no count that points at somebody; an operator
/// sees where its own work is and which crews come there; the administrator sees where none can.
@CityTest
class UtilityMapsTest {
    private static final Map<String, Integer> APPLICATIONS =
            Map.of("510104", 9, "510105", 5, "510107", 14, "510112", 3, "510116", 4, "510131", 2, "510182", 1);
    private static final BigDecimal PIPE = new BigDecimal(40);

    @Autowired
    private Browser browser;

    @Autowired
    private Connections connections;

    @Autowired
    private JdbcClient database;

    private final TestFirms firms = new TestFirms();

    private Acting owner() {
        String account = "maps-" + UUID.randomUUID();
        Person person = new Person(account, "店主（测试）", "", Set.of());
        return new Acting(person, new Mandate(1, firms.next(), account, Capacity.OWNER, Set.of(), null, account));
    }

    private void apply(String area) {
        NewConnection wish = new NewConnection(
                UUID.randomUUID(),
                "演示巷 18 号",
                area,
                "王女士",
                "13800000000",
                null,
                Map.of("water", Map.of("waterPipe", PIPE), "power", Map.of("powerCapacity", new BigDecimal(100))));
        assertThat(connections.apply(wish, owner())).isInstanceOf(Connections.Applying.Applied.class);
    }

    private static List<String> cells(Visit visit, String column) {
        Locator cells = visit.page().locator("td[data-k='" + column + "']");
        return cells.allInnerTexts().stream().map(String::strip).toList();
    }

    /// What other tests left has nothing to do with it: those of this test are not the only ones.
    @Test
    void leadersSeeWhereAndNoCountThatPointsAtSomebodyAndOperatorsWhereTheirCrewsCome() {
        APPLICATIONS.forEach((area, count) -> {
            for (int i = 0; i < count; i++) {
                apply(area);
            }
        });
        try (Visit leader = browser.as("leader")) {
            leader.go("/leader/utilities").shows("金堂县", "不公布", "锦江区").isWell("leader-utilities-filled");
            for (String column : List.of("报装", "要去的踏勘", "报了", "开通了", "不能接")) {
                assertThat(cells(leader, column)).as(column).isNotEmpty().doesNotContain("1", "2");
            }
            assertThat(leader.page().locator(".ry-map__whole path.m0").count())
                    .as("districts with many differ from those with none")
                    .isLessThan(leader.page().locator(".ry-map__whole path").count());
        }
        try (Visit power = browser.as("power")) {
            power.go("/officer/utilities").click("在地图上看现场和班组");
            power.shows("金堂县", "没有班组去", "供电一班（演示）", "武侯区").isWell("utilities-map");
            power.inEnglish().isWell("utilities-map-en").inChinese();
            power.go("/officer/utilities").shows("等班组", "最晚").isWell("utilities-desk-list");
            assertThat(power.page().locator("nav.ry-pager").count())
                    .as("more than a page")
                    .isEqualTo(1);
            power.click("下一页").shows("第 21–");
        }
        try (Visit city = browser.as("city")) {
            city.go("/officer/utilities/map").shows("本部门没办完的在哪里").isWell("utilities-map-authority");
        }
        try (Visit admin = browser.as("admin")) {
            admin.go("/admin")
                    .shows("件报装没有踏勘班组能去")
                    .go("/admin/crews")
                    .shows("供电", "蒲江县", "没有班组去")
                    .isWell("crews");
            admin.inEnglish().isWell("crews-en").inChinese();
        }
        Long crewless = database.sql("select count(*) from utilities.request where state = 'noCrew'")
                .query(Long.class)
                .single();
        assertThat(crewless).isGreaterThanOrEqualTo(3);
    }
}
