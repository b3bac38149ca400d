package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.documents.Issuers.Beginning;
import org.rongyi.city.documents.Issuers.Confirming;
import org.rongyi.city.documents.LicenceTemplates.Publishing;
import org.rongyi.city.documents.LicenceTemplates.Wording;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.services.Catalogue;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.Check;
import org.rongyi.seals.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Templates of licences that are changed on a page, and the second person who says yes to many new licences.
@CityTest
class TemplatesTest {
    private static final String TYPE = "food-permit";

    @Autowired
    private Story story;

    @Autowired
    private LicenceTemplates templates;

    @Autowired
    private Issuers issuers;

    @Autowired
    private Licences licences;

    @Autowired
    private LicenceTable table;

    @Autowired
    private LicenceTypes types;

    @Autowired
    private TemplateTable edits;

    @Autowired
    private ReissueTable runs;

    @Autowired
    private Verification verification;

    @Autowired
    private Elements elements;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    private CreditCode issued(String unit) {
        CreditCode firm = Story.newCode();
        Granted granted = new Granted(
                -firm.value().hashCode(),
                TYPE,
                unit,
                firm,
                Map.of("legalRepName", "测试", "premisesArea", new BigDecimal("126")));
        transactions.executeWithoutResult(_ -> events.publishEvent(granted));
        return firm;
    }

    private Map<String, String> said(CreditCode firm) {
        return table.said(licences.of(firm).getFirst().document());
    }

    @Test
    void aDepartmentChangesItsTemplateAndTheNextLicenceIsWrittenByIt() {
        Acting officer = story.officer("市监");
        CreditCode before = issued("市监");
        LicenceTemplates.Open open = templates.open(officer, TYPE).orElseThrow();
        Wording wording = open.wording();
        assertThat(templates.open(story.officer("税务"), TYPE))
                .as("another department's")
                .isEmpty();
        assertThat(templates.publish(story.officer("税务"), TYPE, open.version(), wording, "x"))
                .isEqualTo(Publishing.NOT_YOURS);
        assertThat(templates.publish(officer, TYPE, open.version(), wording, "没有改"))
                .isEqualTo(Publishing.NOT_SOUND);
        Wording more = new Wording(wording.lines() + "\n场所面积 = premisesArea", "3");
        assertThat(templates.publish(officer, TYPE, open.version(), more, " ")).isEqualTo(Publishing.NO_REASON);
        byte[] preview = templates.preview(TYPE, more).orElseThrow();
        assertThat(((Verdict.Judged)
                                verification.judge(preview, Optional.empty()).verdict())
                        .failed())
                .as("sealed by nobody")
                .containsExactly(Check.SIGNED);
        clock.pass(Duration.ofMinutes(1));
        assertThat(templates.publish(officer, TYPE, open.version(), more, "样式调整（测试）"))
                .isEqualTo(Publishing.DONE);
        assertThat(templates.publish(officer, TYPE, open.version(), wording, "晚了一步"))
                .isEqualTo(Publishing.STALE);
        clock.pass(Duration.ofMinutes(1));
        CreditCode after = issued("市监");
        assertThat(said(before)).doesNotContainKey("premisesArea");
        assertThat(said(after)).containsEntry("premisesArea", "126平方米");
        assertThat(licences.of(after).getFirst().validUntil())
                .isEqualTo(clock.today().plusYears(3).minusDays(1));
        assertThat(licences.of(before).getFirst().validUntil())
                .as("as it was issued")
                .isEqualTo(clock.today().plusYears(5).minusDays(1));
        Issuers.Type type = issuers.types("市监").stream()
                .filter(each -> each.id().equals(TYPE))
                .findFirst()
                .orElseThrow();
        assertThat(type.mine()).isTrue();
        assertThat(type.older()).isEqualTo(type.running() - 1);
        assertThat(templates.open(officer, TYPE).orElseThrow().versions().getFirst())
                .satisfies(version -> {
                    assertThat(version.number()).isEqualTo(type.version());
                    assertThat(version.reason()).isEqualTo("样式调整（测试）");
                    assertThat(version.person()).isEqualTo(officer.person().name());
                });
        assertThat(edits.now(types.find(TYPE)
                                .orElseThrow()
                                .with(types.all().getFirst().lines(), 5))
                        .lines())
                .as("the file says something else since")
                .isEqualTo(types.all().getFirst().lines());
        assertThat(templates.publish(officer, TYPE, type.version(), wording, "改回去（测试）"))
                .as("others issue this permit too")
                .isEqualTo(Publishing.DONE);
        assertThatThrownBy(() -> database.sql("update documents.template set reason = ''")
                        .update())
                .hasMessageContaining("never change");
    }

    @Test
    void everyFaultOfATemplateIsNamedWithItsLine() {
        LicenceTemplates.Trial trial = templates.tryOut(TYPE, new Wording("""
                名称 = entityName
                名称 = 住所
                有效期 = 成立日期

                证件号 = legalRepId
                面积
                没有的 = 门牌颜色
                又一个住所 = 住所
                收入 = 营业收入""", "0"));
        assertThat(trial.wrong()).extracting(LicenceTemplates.Wrong::line).containsExactly(2, 3, 5, 6, 7, 8, 9, 0);
        assertThat(templates.preview(TYPE, new Wording("面积", ""))).isEmpty();
        assertThat(templates.tryOut(TYPE, new Wording("", "")).sound()).isFalse();
        assertThat(templates
                        .tryOut(TYPE, new Wording("名称 = entityName\n所在网格 = 所属网格", "5"))
                        .notes())
                .as("nobody is asked for it here")
                .extracting(LicenceTemplates.Wrong::line)
                .containsExactly(2);
    }

    /// What nobody saw is not put before a database that does not take it.
    @Test
    void aLabelHasNoCharacterThatNobodySees() {
        assertThat(templates.tryOut(TYPE, new Wording("名\0称 = entityName", "5")).wrong())
                .extracting(LicenceTemplates.Wrong::line)
                .containsExactly(1);
        assertThat(TemplateText.plain(" 样式\0调整\n（测试） ")).isEqualTo("样式调整\n（测试）");
    }

    /// Whoever confirms has seen what all of them will say.
    @Test
    void whatTheSecondPersonConfirmsIsWhatIsIssued() {
        String unit = "双人局" + UUID.randomUUID();
        Acting officer = story.officer("市监");
        issued(unit);
        KeptTemplates kept = new KeptTemplates(types, edits, elements, catalogue, clock);
        Issuers strict = new JdbcIssuers(types, kept, edits, runs, events, 0);
        LicenceTemplates.Open before = templates.open(officer, TYPE).orElseThrow();
        transactions.<Beginning>execute(_ -> strict.reissue(story.officer(unit), TYPE, "模板\0更新"));
        Issuers.Run run = issuers.runs(unit).getFirst();
        assertThat(run.template()).isEqualTo(before.version());
        assertThat(run.reason()).isEqualTo("模板更新");
        LicenceTypes.LicenceType type = types.find(TYPE).orElseThrow();
        LicenceTypes.LicenceType then = edits.now(type);
        Wording more = new Wording(before.wording().lines() + "\n场所面积 = premisesArea", "3");
        assertThat(templates.publish(officer, TYPE, before.version(), more, "样式\0调整（测试）"))
                .isEqualTo(Publishing.DONE);
        assertThat(issuers.confirm(story.officer(unit), run.id(), true)).isEqualTo(Confirming.OTHER_TEMPLATE);
        assertThat(edits.at(type, run.template()))
                .as("a run goes on as it began")
                .isEqualTo(then);
        assertThat(edits.at(type, null)).isEqualTo(edits.now(type)).isNotEqualTo(then);
        assertThat(issuers.confirm(story.officer(unit), run.id(), false)).isEqualTo(Confirming.DONE);
        assertThat(templates.publish(
                        officer,
                        TYPE,
                        templates.open(officer, TYPE).orElseThrow().version(),
                        before.wording(),
                        "改回去（测试）"))
                .isEqualTo(Publishing.DONE);
    }

    @Test
    void manyAreIssuedAnewOnlyAfterASecondPersonSaysSo() {
        String unit = "双人局" + UUID.randomUUID();
        Acting asking = story.officer(unit);
        Acting second = story.officer(unit);
        CreditCode one = issued(unit);
        CreditCode other = issued(unit);
        KeptTemplates kept = new KeptTemplates(types, edits, elements, catalogue, clock);
        Issuers strict = new JdbcIssuers(types, kept, edits, runs, events, 1);
        assertThat(transactions.<Beginning>execute(_ -> strict.reissue(asking, TYPE, "模板更新")))
                .isEqualTo(Beginning.WAITS);
        long run = issuers.runs(unit).getFirst().id();
        assertThat(transactions.<Beginning>execute(_ -> strict.reissue(second, TYPE, "又一次")))
                .isEqualTo(Beginning.RUNNING);
        assertThat(issuers.confirm(asking, run, true)).isEqualTo(Confirming.YOUR_OWN);
        assertThat(issuers.confirm(story.officer("别的局"), run, true)).isEqualTo(Confirming.NOT_NOW);
        assertThat(licences.of(one)).as("nothing has begun").hasSize(1);
        assertThat(issuers.confirm(asking, run, false)).isEqualTo(Confirming.DONE);
        assertThat(issuers.runs(unit).getFirst().dropped()).isTrue();
        transactions.<Beginning>execute(_ -> strict.reissue(asking, TYPE, "模板更新"));
        long again = issuers.runs(unit).getFirst().id();
        CreditCode meanwhile = issued(unit);
        assertThat(issuers.confirm(second, again, true)).isEqualTo(Confirming.DONE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> issuers.runs(unit).getFirst().ended());
        assertThat(issuers.runs(unit))
                .extracting(Issuers.Run::done, Issuers.Run::second)
                .containsExactly(
                        tuple(3, second.person().name()),
                        tuple(0, asking.person().name()));
        assertThat(licences.of(one)).hasSize(2);
        assertThat(licences.of(other)).hasSize(2);
        assertThat(licences.of(meanwhile)).hasSize(2);
        assertThat(issuers.confirm(second, again, true)).isEqualTo(Confirming.NOT_NOW);
    }
}
