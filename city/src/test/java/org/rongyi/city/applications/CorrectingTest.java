package org.rongyi.city.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Applications.Correction;
import org.rongyi.city.applications.Applications.Looked;
import org.rongyi.city.applications.Applications.NewPaper;
import org.rongyi.city.applications.Applications.Upload;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.texts.pages.Reading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever answers a department is told beforehand what it would find, in the papers too. Within a
/// transaction that is taken back: nobody else reads the papers meanwhile.
@CityTest
class CorrectingTest {
    private static final String ITEM = "company-registration";
    private static final byte[] PDF = ("%PDF-1.7" + " ".repeat(500) + "%%EOF").getBytes(UTF_8);

    @Autowired
    private Story story;

    @Autowired
    private Applications applications;

    @Autowired
    private HandedIn handedIn;

    @Autowired
    private Cases cases;

    @Autowired
    private ReadingTable readings;

    @Autowired
    private ApplicationTable table;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final class Scene {
        private final Acting founder = story.person("创业者（测试）");
        private final Acting registrar = story.officer("市监");
        private final Application application = story.handIn(
                story.filled(
                        founder,
                        "start-company",
                        Map.of("firmStaff", BigDecimal.ZERO, "needsInvoices", false, "entityName", "锦江小馆有限公司（测试）"),
                        "bank-account-booking"),
                founder);
        private final Case registration = story.caseOf(application, founder, ITEM);

        Scene() {
            cases.assign(Step.of(registration.id(), Actor.of(registrar)), registrar.account());
            story.fire(registration, registrar, "askCorrection");
        }

        long held(String paper) {
            return applications
                    .hold(application.id(), founder, ITEM, paper, new Upload(paper + ".pdf", PDF))
                    .map(Attachment::id)
                    .orElseThrow();
        }

        Looked look(Correction what) {
            return applications.look(application.id(), founder, ITEM, what);
        }

        Handling send(Correction what) {
            return applications.correct(application.id(), founder, ITEM, what);
        }

        boolean isKept(long file) {
            return database.sql("select count(*) from applications.file where id = ?")
                            .param(file)
                            .query(Long.class)
                            .single()
                    > 0;
        }
    }

    private void takenBack(Runnable test) {
        new TransactionTemplate(transactions).executeWithoutResult(taken -> {
            taken.setRollbackOnly();
            test.run();
        });
    }

    private static Correction paper(long file) {
        return new Correction(Map.of(), List.of(new NewPaper("articles", file)));
    }

    @Test
    void aPaperOfACorrectionIsComparedWithTheFormBeforeItIsSent() {
        takenBack(() -> {
            Scene scene = new Scene();
            long file = scene.held("articles");
            assertThat(scene.look(paper(file)).beingRead())
                    .as("nobody has read it")
                    .isEqualTo(1);
            readings.save(file, new Reading(Reading.State.TEXT, "名称：江边大馆有限公司"), clock.instant());
            Looked looked = scene.look(paper(file));
            assertThat(looked.beingRead()).isZero();
            assertThat(looked.findings()).extracting(Finding::rule).containsExactly("paper-name");
            assertThat(scene.look(new Correction(
                                    Map.of("entityName", "江边大馆有限公司"), List.of(new NewPaper("articles", file))))
                            .findings())
                    .as("with the name as it is corrected")
                    .extracting(Finding::rule)
                    .doesNotContain("paper-name");
            assertThat(scene.send(paper(file))).isInstanceOf(Handling.Done.class);
            Submission sent = handedIn.forCase(scene.registration.id()).orElseThrow();
            assertThat(sent.review().findings()).extracting(Finding::rule).containsExactly("paper-name");
            assertThat(sent.papers())
                    .filteredOn(paper -> paper.id().equals("articles"))
                    .singleElement()
                    .satisfies(paper -> assertThat(paper.file()).isNotNull());
            assertThat(readings.find(file).map(Reading::text))
                    .as("what was read is not kept")
                    .hasValue("");
        });
    }

    /// Another window may replace the paper after the first look, until the application is held: here while the
    /// answer waits for somebody who works on the case.
    @Test
    void anAnswerWhosePaperIsReplacedWhileItIsSentIsRefusedAndTheCaseStillWaits() throws Exception {
        Scene scene = new Scene();
        long gone = scene.held("articles");
        try (ExecutorService window = Executors.newSingleThreadExecutor()) {
            Future<Handling> sent = Objects.requireNonNull(new TransactionTemplate(transactions).execute(working -> {
                database.sql("select id from cases.file where id = ? for update")
                        .param(scene.registration.id())
                        .query(Long.class)
                        .single();
                Future<Handling> sending = window.submit(() -> scene.send(paper(gone)));
                untilSomebodyWaitsForALock();
                scene.held("articles");
                return sending;
            }));
            assertThat(sent.get()).isInstanceOf(Handling.Missing.class);
        }
        assertThat(scene.look(paper(gone)).files())
                .as("what is gone, for the page")
                .isEmpty();
        assertThat(handedIn.forCase(scene.registration.id()).orElseThrow().version())
                .as("no further submission")
                .isEqualTo(1);
        assertThat(scene.send(paper(scene.held("articles"))))
                .as("the department still waits")
                .isInstanceOf(Handling.Done.class);
    }

    private void untilSomebodyWaitsForALock() {
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("nobody came to the lock").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsKeptForTheAnswerOfOneItemStaysWhenAnotherIsAnswered() {
        takenBack(() -> {
            Scene scene = new Scene();
            long id = scene.application.id();
            Attachment about = new Attachment(0, "a.pdf", "application/pdf", PDF.length, false);
            long other = table.keep(id, "articles", "another-item", about, PDF, "a", clock.instant());
            long own = scene.held("articles");
            assertThat(scene.isKept(other))
                    .as("the same paper, asked by another item")
                    .isTrue();
            assertThat(scene.look(paper(other)).files())
                    .as("none of this answer")
                    .isEmpty();
            assertThat(scene.send(paper(own))).isInstanceOf(Handling.Done.class);
            assertThat(scene.isKept(other)).isTrue();
        });
    }

    @Test
    void whatWasKeptForAnAnswerThatWasNeverSentGoes() {
        takenBack(() -> {
            Scene scene = new Scene();
            long first = scene.held("articles");
            long second = scene.held("articles");
            long other = scene.held("appointment");
            assertThat(scene.isKept(first)).as("replaced").isFalse();
            assertThat(scene.look(paper(first)).files()).isEmpty();
            assertThat(scene.send(paper(first)))
                    .as("what is gone is not passed over in silence")
                    .isInstanceOf(Handling.Missing.class);
            assertThat(applications.hold(
                            scene.application.id(), story.person("别人（测试）"), ITEM, "articles", new Upload("a.pdf", PDF)))
                    .isEmpty();
            assertThat(scene.send(paper(second))).isInstanceOf(Handling.Done.class);
            assertThat(scene.isKept(second)).isTrue();
            assertThat(scene.isKept(other)).as("chosen, and not sent").isFalse();
            assertThat(applications.hold(
                            scene.application.id(), scene.founder, ITEM, "articles", new Upload("a.pdf", PDF)))
                    .as("nothing is asked any longer")
                    .isEmpty();
        });
    }
}
