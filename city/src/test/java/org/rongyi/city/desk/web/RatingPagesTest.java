package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Ratings;
import org.rongyi.city.cases.Step;
import org.rongyi.city.cases.WorkList;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Applicants say how their cases were handled.
@CityTest
class RatingPagesTest {
    private final Cases cases;
    private final Office office;
    private final String item;

    @LocalServerPort
    private int port;

    @Autowired
    private Browser browser;

    @Autowired
    private Ratings ratings;

    @Autowired
    private WorkList list;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    RatingPagesTest(People people, Cases cases) {
        this.cases = cases;
        this.office = new Office(people, cases);
        this.item = "评价的事项 " + office.unit;
    }

    private String owner(CreditCode firm) {
        String owner = office.register("店主", "");
        mandates.registered(firm, owner, Mandate.Capacity.OWNER, "市监");
        return owner;
    }

    private Case open(CreditCode firm) {
        return office.open(NewCase.of("application", item, "评价小馆（测试）", office.unit)
                .handledBy(office.officer)
                .forFirm(firm));
    }

    private void close(Case file) {
        Step step = Step.of(file.id(), Actor.of(office.acting(office.officer)))
                .because("不属于本部门")
                .basedOn("第三十二条")
                .proving("不予受理通知书");
        assertThat(cases.fire(step, "notAccept")).isInstanceOf(Handling.Done.class);
    }

    private static String page(Case file) {
        return "/ratings/" + file.number(TestClock.SHANGHAI);
    }

    @Test
    void anApplicantRatesOnceAfterTheEndAndABadRatingBecomesAnErrand() {
        CreditCode firm = TestFirms.enter(enterprises, "评价小馆（测试）");
        String owner = owner(firm);
        Case file = open(firm);
        try (Visit visit = Office.signedIn(browser.visitor(), page(file), owner)) {
            visit.shows("还在办，办完再评价");
            close(file);
            visit.go(page(file)).shows("这件事办得怎么样", "很满意").isWell("rating");
            Office.press(visit).expected(422);
            visit.shows("选一个");
            visit.page().check("input[value='2']");
            visit.page().fill("#words", "等了三天才说不归这里管");
            Office.press(visit).shows("谢谢，您的评价是：不满意", "等了三天").isWell("rating-given");
        }
        Caller again = Office.calling(port, owner);
        again.post(page(file), "stars", "5");
        assertThat(ratings.of(file.id()).orElseThrow().stars())
                .as("what was said stays")
                .isEqualTo(2);
        WorkList.Query unit = WorkList.Query.of(WorkList.Whose.UNIT, office.officer, office.unit);
        assertThat(list.page(unit, null, 10).items())
                .singleElement()
                .satisfies(errand -> assertThat(errand.title()).isEqualTo("回访差评：" + item));
        assertThat(Office.calling(port, office.officer)
                        .get(Office.address(file))
                        .body())
                .contains("申请人的评价", "不满意", "等了三天才说不归这里管");
    }

    @Test
    void onlyTheApplicantRates() {
        CreditCode firm = TestFirms.enter(enterprises, "评价小馆（测试）");
        Case file = open(firm);
        close(file);
        String other = owner(TestFirms.enter(enterprises, "别家小馆（测试）"));
        assertThat(Office.calling(port, other).post(page(file), "stars", "1").statusCode())
                .isEqualTo(404);
        assertThat(Office.calling(port, office.officer)
                        .post(page(file), "stars", "5")
                        .statusCode())
                .as("nor the officer")
                .isEqualTo(404);
        assertThat(ratings.of(file.id())).isEmpty();
        assertThat(ratings.score(item).ratings()).isZero();
    }

    @Test
    void theScoreOfAnItemIsTheAverageOfItsRatings() {
        for (String stars : new String[] {"5", "4", "4"}) {
            CreditCode firm = TestFirms.enter(enterprises, "评价小馆（测试）");
            Case file = open(firm);
            close(file);
            Office.calling(port, owner(firm)).post(page(file), "stars", stars);
        }
        Ratings.Score score = ratings.score(item);
        assertThat(score.ratings()).isEqualTo(3);
        assertThat(score.average()).isEqualByComparingTo("4.3");
    }
}
