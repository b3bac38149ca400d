package org.rongyi.city.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.ui.Form;
import org.rongyi.city.vocabulary.CityFolder;

class ElementInputTest {
    private static final Elements ELEMENTS =
            new FileElements(new CityTexts(new CityFolder(Path.of("../cities/chengdu"))));

    private static ElementInput input(String id) {
        return ElementInput.question(ELEMENTS.find(id).orElseThrow(), ELEMENTS);
    }

    private static Object read(String id, String... sent) {
        Form form = Form.empty().with(id, List.of(sent));
        Object value = input(id).read(form).orElse("nothing");
        return form.hasFaults() ? form.faults().getFirst().message().zh() : value;
    }

    @Test
    void everyTypeIsReadAsTheDictionaryHasIt() {
        assertThat(read("annualRevenue", " 1,200.50 ")).isEqualTo(new BigDecimal("1200.50"));
        assertThat(read("taxableIncome", "-12.5")).as("a loss").isEqualTo(new BigDecimal("-12.5"));
        assertThat(read("annualRevenue", "0e-500000000"))
                .as("nought, however it is written")
                .isEqualTo(BigDecimal.ZERO);
        assertThat(read("entityType", "个体工商户")).isEqualTo("个体工商户");
        assertThat(read("aboveScale", "yes")).isEqualTo(true);
        assertThat(read("aboveScale", "no")).isEqualTo(false);
        assertThat(read("establishedOn", "2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read("qualifications", "高新技术企业", "专精特新中小企业")).isEqualTo(Set.of("专精特新中小企业", "高新技术企业"));
    }

    @Test
    void noneOfTheseIsASetThatIsKnownToBeEmpty() {
        assertThat(read("qualifications", ElementInput.NONE)).isEqualTo(Set.of());
        assertThat(read("qualifications")).isEqualTo("nothing");
    }

    @Test
    void notSureAndNothingLeaveTheQuestionOpen() {
        assertThat(read("aboveScale", ElementInput.NOT_SURE)).isEqualTo("nothing");
        assertThat(read("annualRevenue", "  ")).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "annualRevenue, many, 填数字",
        "avgStaff, -3, 不会是负数",
        "annualRevenue, 9999999999999, 小数点前最多 12 位，您填了 13 位",
        "annualRevenue, 1e99999999, 位数太多",
        "annualRevenue, 1e2147483647, 位数太多",
        "annualRevenue, 12.345, 小数点后最多 2 位，您填了 3 位",
        "annualRevenue, 0.00000000001, 小数点后最多 2 位，您填了 11 位",
        "entityType, 王国, 从列出的里面选",
        "aboveScale, maybe, 从列出的里面选",
        "establishedOn, 2023-02-29, 填日期",
        "establishedOn, +999999999-12-31, 年份不对",
        "establishedOn, 0024-03-18, 年份不对",
        "industryCode, 造梦, 没有这一项",
        "industryCode, H62, H6210"
    })
    void whatIsWrongIsSaidAtTheField(String id, String sent, String message) {
        assertThat(read(id, sent)).asString().contains(message);
    }

    @Test
    void asManyDigitsAsColumnsHaveRoomForAreTaken() {
        assertThat(read("annualRevenue", "999999999999.99")).isEqualTo(new BigDecimal("999999999999.99"));
        assertThat(read("annualRevenue", "12.3400")).isEqualTo(new BigDecimal("12.3400"));
    }

    /// Otherwise a form that is filled with what an office said could not be sent back.
    @Test
    void whatIsOnRecordIsTakenAsItIs() {
        Form form = Form.empty().with("annualRevenue", List.of("12.345678"));
        ElementInput input = input("annualRevenue").keeping(new BigDecimal("12.345678"));
        assertThat(input.read(form)).contains(new BigDecimal("12.345678"));
        assertThat(input("annualRevenue").keeping(new BigDecimal("12.3")).read(form))
                .isEmpty();
        assertThat(form.hasFaults()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"H6210", "h6210", "H6210 正餐服务", "正餐服务"})
    void anIndustryIsFoundByCodeByNameAndByWhatWasSuggested(String typed) {
        assertThat(read("industryCode", typed)).isEqualTo("H6210");
    }

    @Test
    void aLongClassificationIsSuggestedAtItsFinestLevel() {
        assertThat(input("industryCode").suggestions())
                .hasSizeBetween(1300, 1400)
                .allMatch(option -> option.value().length() == 5);
        assertThat(input("operatingAreaCode").suggestions()).hasSizeBetween(250, 300);
        assertThat(read("operatingAreaCode", "510104022")).isEqualTo("510104022");
    }

    @Test
    void aCodeThatIsTypedStandsThereWithItsName() {
        Form form = Form.empty();
        input("industryCode").fill(form, "H6210");
        assertThat(form.value("industryCode")).isEqualTo("H6210 正餐服务");
    }

    @Test
    void aValueReadIsFilledInAgain() {
        for (String id : List.of("annualRevenue", "aboveScale", "qualifications", "establishedOn", "industryCode")) {
            Object value = switch (id) {
                case "annualRevenue" -> new BigDecimal("12.50");
                case "aboveScale" -> true;
                case "qualifications" -> Set.of("高新技术企业");
                case "establishedOn" -> LocalDate.of(2024, 3, 18);
                default -> "H6210";
            };
            Form form = Form.empty();
            input(id).fill(form, value);
            Object again = input(id).read(form).orElseThrow();
            assertThat(again instanceof BigDecimal number ? number.compareTo(new BigDecimal("12.5")) : again)
                    .isEqualTo(value instanceof BigDecimal ? 0 : value);
        }
    }
}
