package org.rongyi.city.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.city.CityTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/// Guides of another portal become drafts; each item and material says what it was taken for.
@CityTest
class GuideImportTest {
    private static final String GUIDES = """
            [{"code": "X1", "title": "开办餐饮店一件事", "lead": "某县市场监督管理局", "promised_workdays": 4,
              "linked_items": [["《食品经营许可证》新办", 10, "食品经营许可证"], ["户外招牌设施规范管理", 1, ""],
                               ["天外来客登记", 3, ""]],
              "materials": [{"code": "M1", "name": "消防安全制度（一般流程）", "must": "1"},
                            {"code": "M2", "name": "月球通行证", "must": "1"}]}]
            """;

    @Autowired
    private Catalogue catalogue;

    private GuideImportCommand run(Path file) throws Exception {
        GuideImportCommand command = new GuideImportCommand(catalogue);
        command.run(new DefaultApplicationArguments("import guides", file.toString()));
        return command;
    }

    @Test
    void theirItemsAndMaterialsFindOursAndWhatIsNotFoundIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("guides.json"), GUIDES);
        assertThat(run(file).getExitCode()).as("some have nothing of ours").isEqualTo(3);
        assertThat(Files.readString(folder.resolve("guides.json.drafts/guide-1.yaml")))
                .contains("- item: food-permit", "- item: outdoor-sign", "# no item of ours: 天外来客登记", "4 个工作日");
        assertThat(Files.readAllLines(folder.resolve("guides.json.report.csv")))
                .anySatisfy(line -> assertThat(line).contains("《食品经营许可证》新办,10,food-permit,10"))
                .anySatisfy(line -> assertThat(line).contains("消防安全制度（一般流程）,,fire-rules"))
                .anySatisfy(line -> assertThat(line).contains("月球通行证,,,"));
    }

    @Test
    void whatIsNoListOfGuidesIsToldAndWritesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"title\": 1}");
        assertThat(run(file).getExitCode()).isEqualTo(2);
        assertThat(folder.resolve("other.json.report.csv")).doesNotExist();
    }
}
