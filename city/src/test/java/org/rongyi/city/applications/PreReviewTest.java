package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.cases.Case;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.TestFirms;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the rules find before anything is handed in.
@CityTest
class PreReviewTest {
    @Autowired
    private Story story;

    @Autowired
    private Drafts drafts;

    @Autowired
    private HandedIn handedIn;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private JdbcClient database;

    private List<String> rules(Draft draft) {
        return drafts.review(draft).stream()
                .map(finding -> finding.rule() + " " + finding.about())
                .toList();
    }

    @Test
    void allFaultsAreSaidAtOnceEachWithItsBasisAndHowToMendIt() {
        CreditCode other = TestFirms.enter(enterprises, "同名餐饮有限公司（测试）");
        assertThat(enterprises.find(other)).isPresent();
        Acting founder = story.person("创业者（测试）");
        Draft draft = story.filled(
                founder,
                "start-company",
                Map.of(
                        "firmStaff", BigDecimal.ZERO,
                        "needsInvoices", false,
                        "entityType", "有限责任公司",
                        "entityName", "同名餐饮有限公司（测试）",
                        "registeredCapital", BigDecimal.ZERO,
                        "contactPhone", "12345",
                        "legalRepId", "990101199002301234",
                        "addressPromise", true,
                        "registeredAddress", "锦江区演示路"),
                "bank-account-booking");
        List<Finding> findings = drafts.review(draft);
        assertThat(rules(draft))
                .contains(
                        "same-name entityName",
                        "number registeredCapital",
                        "phone contactPhone",
                        "identity-number legalRepId",
                        "address registeredAddress",
                        "address-standard registeredAddress");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.reason().zh()).isNotBlank();
            assertThat(finding.basis().zh()).isNotBlank();
            assertThat(finding.mend().zh()).isNotBlank();
        });
    }

    @Test
    void whatIsNotFilledInIsFoundAndRefusesNothing() {
        Acting founder = story.person("创业者（测试）");
        long id = drafts.begin(
                        founder,
                        new Drafts.Beginning(
                                "start-company",
                                Map.of("firmStaff", BigDecimal.ZERO),
                                Set.of("needsInvoices"),
                                Set.of()))
                .id();
        Draft draft = drafts.find(id, founder).orElseThrow();
        assertThat(rules(draft)).contains("missing entityName", "open-question needsInvoices", "paper-open articles");
        Application application = story.handIn(draft, founder);
        Case registration = story.caseOf(application, founder, "company-registration");
        Submission.Review kept =
                handedIn.forCase(registration.id()).orElseThrow().review();
        assertThat(kept.rules()).isEqualTo(PreReview.VERSION);
        assertThat(kept.findings().stream().map(Finding::about)).contains("entityName", "articles");
    }

    @Test
    void aPaperThatIsCutOrEmptyIsFound() {
        Acting founder = story.person("创业者（测试）");
        Draft draft = story.filled(
                founder,
                "start-company",
                Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false),
                "bank-account-booking");
        long id = draft.application().id();
        byte[] cut = ("%PDF-1.7" + " ".repeat(500)).getBytes(StandardCharsets.US_ASCII);
        assertThat(drafts.attach(id, founder, "articles", "C:\\章程.pdf", cut)).isEqualTo(Drafts.Attaching.KEPT);
        assertThat(drafts.attach(id, founder, "articles", "x.pdf", new byte[] {1, 2, 3}))
                .isEqualTo(Drafts.Attaching.UNKNOWN_TYPE);
        Draft now = drafts.find(id, founder).orElseThrow();
        assertThat(rules(now)).contains("paper-cut articles");
        assertThat(now.application().papers().values())
                .anySatisfy(brought -> assertThat(brought.file())
                        .extracting(Application.Attachment::name)
                        .isEqualTo("章程.pdf"));
    }

    @Test
    void aPhotographedPaperIsReadAndComparedWithTheForm() throws IOException {
        Acting founder = story.person("创业者（测试）");
        Draft draft = story.filled(
                founder,
                "start-company",
                Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false, "entityName", "读一遍餐饮有限公司（测试）"),
                "bank-account-booking");
        long id = draft.application().id();
        drafts.attach(id, founder, "articles", "章程.png", photograph("别家的餐饮有限公司章程"));
        drafts.attach(id, founder, "appointment", "任职.png", photograph("任职决定 读一遍餐饮有限公司（测试）"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> drafts.find(id, founder).orElseThrow().beingRead().isEmpty());
        Draft now = drafts.find(id, founder).orElseThrow();
        assertThat(rules(now)).contains("paper-name articles").noneMatch(rule -> rule.endsWith(" appointment"));
        story.handIn(now, founder);
        JdbcClient.StatementSpec kept = database.sql("""
                        select r.state || r.content from applications.reading r
                          join applications.file f on f.id = r.file_id where f.application_id = ?""");
        assertThat(kept.param(id).query(String.class).list())
                .as("what was read is not kept")
                .containsExactly("PICTURE", "PICTURE");
    }

    private static byte[] photograph(String words) throws IOException {
        BufferedImage picture = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 900, 300);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        pen.drawString(words, 60, 150);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
