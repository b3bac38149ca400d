package org.rongyi.city.utilities;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.browser.Browser;
import org.rongyi.city.browser.Visit;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two crews in a cellar: one writes on its phone without a network, both sign one record.
@CityTest
class SurveyWalkTest {
    private static final int NARROW = 320;
    private static final String KEPT = "[data-state=kept]";

    private final Browser browser;
    private final Surveys surveys;
    private final JdbcClient database;
    private final UtilityScene scene;

    @Autowired
    SurveyWalkTest(Browser browser, Connections connections, Surveys surveys, JdbcClient database, People people) {
        this.browser = browser;
        this.surveys = surveys;
        this.database = database;
        this.scene = new UtilityScene(connections, people);
    }

    private static FilePayload photo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3000, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new FilePayload("meter.png", "image/png", bytes.toByteArray());
    }

    /// A survey of water and telecoms, today.
    private long visitToday(Acting owner) {
        Connection asked = scene.apply(owner, UtilityScene.CENTRE, "water", "telecom");
        long visit = scene.booked(asked, owner, "water", "telecom").id();
        database.sql("""
                        update utilities.visit set starts_at = '2026-11-23 09:30+08', ends_at = '2026-11-23 10:30+08'
                         where id = ?""").param(visit).update();
        return visit;
    }

    private static void awaits(Visit phone, String selector) {
        phone.page().waitForSelector(selector + ":visible");
    }

    private static void fill(Visit phone, String field, String value) {
        phone.page().fill("[name='" + field + "']", value);
    }

    private static Visit becomes(Visit phone, String done, String says) {
        phone.page().waitForURL("**done=" + done);
        return phone.settled().shows(says);
    }

    private static Visit signs(Visit phone) {
        phone.click("记录属实，我签");
        return becomes(phone, "signed", "您签了");
    }

    private void waterWrites(long visit, String pressure) {
        surveys.save(
                visit,
                UUID.randomUUID(),
                Map.of("water.distance", "12.5", "water.pressure", pressure),
                scene.officer("water-crew"));
    }

    private Surveys.Signing waterSigns(long visit) {
        Acting water = scene.officer("water-crew");
        return surveys.sign(
                visit, surveys.job(visit, water).orElseThrow().record().hash(), water);
    }

    @Test
    void whatACrewWritesWithoutANetworkIsSentLaterAndAllSignOneRecord() {
        Acting owner = scene.owner();
        long visit = visitToday(owner);
        String record = "/officer/surveys/" + visit;
        try (Visit phone = browser.as("telecom-crew").width(NARROW)) {
            phone.go("/officer/surveys").shows("今天", "演示巷 18 号", "一起去的：供水").isWell("survey-list");
            phone.go(record).shows("供水：写了 0 项", "还差：", "还没签").isWell("survey-record");
            phone.inEnglish().isWell("survey-record-en").inChinese();
            withoutNetwork(phone, visit);
            phone.shows("80 米", "照片 1", "12.5 米");
            signedOut(phone);
            phone.go(record);
            becomes(phone, "saved", "有空管").isWell("survey-filled");
            waterIsLate(phone);
            signs(phone).shows("还等：供水");
            waterWrites(visit, "0.35");
            phone.go(record).shows("要再签 签的是改动以前的");
            signs(phone).isWell("survey-signed");
            aColleagueWroteSince(phone, visit);
            refused(phone, visit);
            signs(phone);
            tooLate(phone, visit);
            phone.go(record).shows("签于").isWell("survey-closed").nothingFailed();
            assertThat(phone.page().locator("form[data-draft]").count())
                    .as("nothing more to write")
                    .isZero();
        }
        try (Visit leader = browser.as("leader")) {
            leader.go("/leader/utilities").shows("一件上门几次", "目标 1 次", "供水").isWell("leader-utilities");
            leader.inEnglish().isWell("leader-utilities-en").inChinese();
        }
    }

    /// Words and a photo wait on the phone and go out by themselves; what a colleague wrote in the meantime stays.
    private void withoutNetwork(Visit phone, long visit) {
        phone.withoutNetwork(() -> {
            fill(phone, "telecom.distance", "80");
            fill(phone, "site.matches", "一致");
            awaits(phone, KEPT);
            phone.page().setInputFiles("#photos", photo());
            awaits(phone, "[data-count]");
            awaits(phone, KEPT);
            phone.click("存");
            awaits(phone, KEPT);
            phone.screenshot("survey-kept-320");
            waterWrites(visit, "0.3");
        });
        becomes(phone, "saved", "存好了");
        Acting telecom = scene.officer("telecom-crew");
        SurveyRecord record = surveys.job(visit, telecom).orElseThrow().record();
        assertThat(record.values()).containsEntry("water.pressure", "0.3").containsEntry("telecom.distance", "80");
        assertThat(record.photos())
                .as("made smaller on the phone")
                .singleElement()
                .matches(photo -> photo.type().equals("image/jpeg"));
    }

    /// A photo waits on the phone while the record is closed: it is said, on the list as well, and stays
    /// until the crew removes it.
    private void tooLate(Visit phone, long visit) {
        phone.withoutNetwork(() -> {
            phone.page().setInputFiles("#photos", photo());
            awaits(phone, "[data-count]");
            awaits(phone, KEPT);
            assertThat(waterSigns(visit)).isEqualTo(new Surveys.Signing.Signed(true));
        });
        awaits(phone, "[data-left]");
        phone.expected(409).shows("有没放进记录的", "照片：1", "照片 1").isWell("survey-left");
        phone.go("/officer/surveys");
        awaits(phone, "[data-kept] a");
        phone.shows("这台手机上还有没发出去的").click("#" + visit);
        awaits(phone, "[data-left]");
        phone.page().locator("[data-left] button").click();
        awaits(phone, "[data-removed]");
        phone.go("/officer/surveys/" + visit);
        assertThat(phone.page().locator("[data-left]:visible").count()).isZero();
    }

    /// Sent by itself while the crew goes on typing: what a colleague writes over it afterwards stays.
    private void aColleagueWroteSince(Visit phone, long visit) {
        phone.go("/officer/surveys/" + visit);
        phone.withoutNetwork(() -> {
            fill(phone, "telecom.ducts", "一根空管");
            awaits(phone, KEPT);
        });
        awaits(phone, "[data-state=sent]");
        surveys.save(visit, UUID.randomUUID(), Map.of("telecom.ducts", "两根空管"), scene.officer("water-crew"));
        fill(phone, "site.access", "走后门");
        phone.click("存");
        becomes(phone, "saved", "走后门").shows("两根空管");
    }

    /// The only copy of a photo that is not taken stays on the phone, until the crew removes it.
    private static void refused(Visit phone, long visit) {
        phone.go("/officer/surveys/" + visit);
        phone.page().setInputFiles("#photos", new FilePayload("meter.png", "image/png", new byte[] {1, 2, 3}));
        awaits(phone, "[data-left][data-open]");
        phone.expected(422).shows("没有收的照片，还在这台手机上：1").go("/officer/surveys/" + visit);
        awaits(phone, "[data-left][data-open]");
        phone.page().locator("[data-left] button").click();
        awaits(phone, "[data-removed]");
    }

    private static void waterIsLate(Visit phone) {
        phone.page().locator("summary").getByText("没有来").click();
        phone.page().fill("[name=reason]", "等了 20 分钟");
        phone.click("不等了，他们另约").shows("没到 等了 20 分钟", "他们要另约时间来");
        phone.page().locator("form[action$='/absent'] button:visible").click();
        phone.settled().shows("记下了：来了", "还没签");
    }

    /// The session ends while the crew is down there: what it wrote stays on the phone.
    private static void signedOut(Visit phone) {
        phone.page().context().clearCookies();
        fill(phone, "telecom.ducts", "有空管");
        phone.click("存");
        awaits(phone, "[data-state=out]");
        phone.expected(403).screenshot("survey-out-320");
        phone.signedIn("telecom-crew", "rongyi-demo");
    }
}
