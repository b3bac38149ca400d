package org.rongyi.city.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.rongyi.definitions.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/// Guides of another portal become drafts; each item and material says what it was taken for.
@CityTest
class GuideImportTest {
    private static final String GUIDES = """
            [{"code": "X1", "title": "开办餐饮店一件事", "lead": "某县市场监督管理局", "promised_workdays": 4,
              "before": {"days": 30, "visits": 4, "materials": 21}, "after": {"days": 4, "visits": 1},
              "linked_items": [["《食品经营许可证》新办", 10, "食品经营许可证"], ["户外招牌设施规范管理", 1, ""],
                               ["天外来客登记", 3, ""], ["异常经营名录信息移出(包括年报的)", 5, ""],
                               ["星际企业税务信息核验", 3, ""],
                               ["《食品小经营许可证》新办", 5, ""]],
              "materials": [{"code": "M1", "name": "消防安全制度（一般流程）", "must": "1"},
                            {"code": "M2", "name": "月球通行证", "must": "1"}]}]
            """;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Journeys journeys;

    private GuideImportCommand run(Path file) throws Exception {
        GuideImportCommand command = new GuideImportCommand(catalogue, journeys);
        command.run(new DefaultApplicationArguments("import guides", file.toString()));
        return command;
    }

    @Test
    void theirItemsAndMaterialsFindOursAndWhatIsNotFoundIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("guides.json"), GUIDES);
        assertThat(run(file).getExitCode()).as("some have nothing of ours").isEqualTo(3);
        assertThat(Files.readString(folder.resolve("guides.json.drafts/guide-1.yaml")))
                .contains("- item: food-permit", "- item: outdoor-sign", "# no item of ours: 天外来客登记", "4 个工作日")
                .contains("lead: market-regulation", "之前 30 天、跑 4 次、21 份材料，之后 4 天、跑 1 次、？ 份材料")
                .contains("- item: abnormal-list-removal # theirs: 异常经营名录信息移出(包括年报的)")
                .as("words that many of our items share do not make it one of ours")
                .doesNotContain("- item: bankruptcy-tax-check");
        assertThat(Files.readAllLines(folder.resolve("guides.json.report.csv")))
                .anySatisfy(line -> assertThat(line).contains("《食品经营许可证》新办,10,taken,food-permit,10"))
                .anySatisfy(line -> assertThat(line).contains("消防安全制度（一般流程）,,taken,fire-rules"))
                .anySatisfy(line -> assertThat(line).contains("月球通行证,,none,,"))
                .as("a draft can be put into the city's folder as it is")
                .anySatisfy(line -> assertThat(line).contains("draft,guide-1.yaml,,opens"))
                .as("a word put into a name makes it another one")
                .anySatisfy(line -> assertThat(line).contains("《食品小经营许可证》新办,5,perhaps,food-permit"));
    }

    @Test
    void aDraftThatSomebodyHasWorkedOnStays(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("guides.json"), GUIDES);
        Path draft = folder.resolve("guides.json.drafts/guide-1.yaml");
        run(file);
        run(file);
        Path report = folder.resolve("guides.json.report.csv");
        assertThat(Files.readString(report)).as("nobody has touched it").contains("guide-1.yaml,,opens");
        Files.writeString(draft, "# completed\n");
        assertThat(run(file).getExitCode()).isEqualTo(3);
        assertThat(draft).hasContent("# completed");
        assertThat(Files.readString(report)).contains("guide-1.yaml,,kept: not written anew");
    }

    @Test
    void whatKeepsADraftFromBeingAJourneyIsSaid() {
        assertThat(journeys.faultsOf("twice.yaml", """
                        id: start-company
                        name: 又一个
                        stage: START
                        lead: market-regulation
                        what: 又一个
                        items:
                          - item: no-such-item
                        """))
                .extracting(Fault::message)
                .anySatisfy(fault -> assertThat(fault).contains("start-company", "already defined"));
    }

    @Test
    void whatIsNoListOfGuidesIsToldAndWritesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"title\": 1}");
        assertThat(run(file).getExitCode()).isEqualTo(2);
        assertThat(folder.resolve("other.json.report.csv")).doesNotExist();
    }
}
