package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.seals.Sheet;
import org.rongyi.seals.Sheet.Words;
import org.rongyi.seals.Typeface;

/// Whatever a licence says is on it, however long it is.
class LicenceSheetTest {
    private static final String SCOPE = "餐饮服务；食品销售；外卖递送服务；日用百货销售；软件开发；信息系统集成服务；会议及展览服务；";

    private static List<Sheet> licence(String scope) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("统一社会信用代码", "91510104MADEMO001X");
        lines.put("名称", "锦里小面馆餐饮管理（集团）有限责任公司演示路分公司");
        lines.put("住所", "锦江区演示路 8 号附 12 号演示大厦 3 栋 2 单元 17 层 1701 室至 1712 室");
        lines.put("经营范围", scope);
        lines.put("发证日期", "2026年11月23日");
        lines.put("有效期", "至2031年11月22日");
        return LicenceSheet.of("营业执照", "1.2.156.3005.2.1", lines, "市场监督管理局（演示）", "http://localhost/verify/1");
    }

    private static String text(Sheet page) {
        return page.marks().stream()
                .flatMap(mark -> mark instanceof Words words ? Stream.of(words.text()) : null)
                .collect(Collectors.joining());
    }

    private static void nothingLeavesThePage(Sheet page) {
        assertThat(page.marks()).allSatisfy(mark -> {
            if (mark instanceof Words words) {
                double right = words.x() + Typeface.shipped().width(words.text(), words.size());
                assertThat(right).as(words.text()).isLessThan(words.x() < 200 && words.y() < 190 ? 212 : 286);
                assertThat(words.y()).as(words.text()).isLessThan(199);
                assertThat(words.size()).isGreaterThanOrEqualTo(3);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 104, 105, 250, 500, 700, 800, 2_000, 8_000})
    void aScopeOfAnyLengthLeavesNothingOut(int length) {
        String scope = SCOPE.repeat(length / SCOPE.length() + 1).substring(0, length);
        List<Sheet> pages = licence(scope);
        pages.forEach(LicenceSheetTest::nothingLeavesThePage);
        String all = pages.stream().map(LicenceSheetTest::text).collect(Collectors.joining());
        assertThat(all).contains("有效期", "至2031年11月22日", "发证日期", "2026年11月23日");
        assertThat(all.chars().filter(letter -> letter == '；').count())
                .isEqualTo(scope.chars().filter(letter -> letter == '；').count());
        assertThat(text(pages.getFirst())).contains("至2031年11月22日", "2026年11月23日");
    }

    @Test
    void whatFitsStaysOnOnePageAndFurtherPagesSayWhichTheyAre() {
        assertThat(licence(SCOPE.repeat(5))).hasSize(1);
        List<Sheet> pages = licence(SCOPE.repeat(40));
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(text(pages.get(1))).contains("经营范围（续）", "第 2 页，共 " + pages.size() + " 页");
    }

    @Test
    void aWordWithoutAnEndStaysInItsColumn() {
        licence("A".repeat(900) + "，".repeat(200)).forEach(LicenceSheetTest::nothingLeavesThePage);
    }
}
