package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.applications.PaperCheck.Fault;
import org.rongyi.texts.pages.Reading;
import org.rongyi.texts.pages.Reading.State;

/// What a paper says, beside what the form says.
class PaperCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String CODE = "91350100M000100Y43";
    private static final Map<String, Object> FORM = Map.of(
            "entityName", "锦江小馆餐饮有限公司（测试）",
            "creditCode", CODE,
            "legalRepName", "欧阳建国",
            "legalRepId", "11010519491231002X");

    private static List<String> faults(State state, String text) {
        return faults(state, "articles", text);
    }

    private static List<String> faults(State state, String paper, String text) {
        return PaperCheck.faults(new Reading(state, text), paper, FORM::get, TODAY).stream()
                .map(Fault::rule)
                .toList();
    }

    private static List<String> photographed(String text) {
        return faults(State.PICTURE, text);
    }

    @Test
    void whatSaysTheSameAsTheFormHasNoFault() {
        assertThat(photographed("""
                        营业执照
                        统一社会信用代码 %s
                        名称 锦江小馆餐饮有限公司 (测试)
                        法定代表人  欧阳建国
                        营业期限 2020年1月1日至长期""".formatted(CODE))).isEmpty();
        assertThat(photographed("法定代表人 欧阳建国\n公民身份号码 11010519491231002x")).isEmpty();
    }

    @Test
    void anotherNameCodeOrPersonIsFoundWhereThePaperSaysWhoseItIs() {
        assertThat(photographed("名称：江边大馆餐饮有限公司")).containsExactly("paper-name");
        assertThat(photographed("江边大馆餐饮有限公司章程")).containsExactly("paper-name");
        assertThat(photographed("法定代表人：王小明")).containsExactly("paper-person");
        assertThat(photographed("代码 91510100MA61X0000" + "0"))
                .as("read wrongly")
                .isEmpty();
        assertThat(photographed("统一社会信用代码：" + another())).containsExactly("paper-code");
        assertThat(photographed("欧阳建国 440524188001010014")).containsExactly("paper-identity");
    }

    private static String another() {
        return Story.newCode().value();
    }

    @Test
    void whatIsNotSaidOfTheFirmSaysNothingAgainstIt() {
        assertThat(photographed("出租方：江边物业有限公司\n承租方：欧阳建国")).isEmpty();
        assertThat(photographed("法定代表人签字")).isEmpty();
        assertThat(photographed("张三 440524188001010014"))
                .as("somebody else's number")
                .isEmpty();
        assertThat(photographed("")).as("a sketch").isEmpty();
    }

    @Test
    void aSlipOfTheReaderIsForgivenInAPictureAndNotInAText() {
        assertThat(photographed("名称：锦江小馆餐饮有限公司(测式)")).isEmpty();
        assertThat(faults(State.TEXT, "名称：锦江小馆餐饮有限公司(测式)章程"))
                .as("not the whole line")
                .isEmpty();
        assertThat(faults(State.TEXT, "名称：锦江大馆餐饮有限公司")).containsExactly("paper-name");
        assertThat(photographed("统一社会信用代码 9135O1OOMOOO1OOY43"))
                .as("the letter O is in no code")
                .isEmpty();
    }

    @Test
    void whatHasRunOutIsFound() {
        assertThat(photographed("有效期限：2020年11月23日至2026年11月22日")).containsExactly("paper-expired");
        assertThat(photographed("有效期至 2026.11.23")).as("its last day counts").isEmpty();
        assertThat(photographed("有效期：自2019年1月1日起十年")).isEmpty();
        assertThat(photographed("成立日期 2010年1月1日")).isEmpty();
        assertThat(photographed("有效期：2019.01.01-2024.01.01")).containsExactly("paper-expired");
        assertThat(photographed("有效期截止日期：2024-01-01")).containsExactly("paper-expired");
        assertThat(photographed("有效期至\n2024年1月1日")).as("on the next line").containsExactly("paper-expired");
        assertThat(photographed("有效期：2019-01-01 至 2027-01-01")).isEmpty();
    }

    @Test
    void aDayThatIsNotSaidToBeTheLastSaysNothing() {
        for (String text : List.of(
                "有效期：一年\n发证日期：2026年3月1日",
                "有效期：十年，起止日期：2020年1月1日起",
                "营业期限：自2010年1月1日至永久",
                "营业期限 2010年1月1日至 ****\n登记日期至2012年1月1日",
                "营业期限：2010年1月1日至无固定期限",
                "有效期：2010年1月1日")) {
            assertThat(photographed(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatAPhotographSeemsToSayIsSaidWithDoubt() {
        assertThat(reason(State.PICTURE)).isEqualTo("may have run out on 2024-01-01");
        assertThat(reason(State.TEXT)).isEqualTo("was valid until 2024-01-01");
    }

    private static String reason(State state) {
        return PaperCheck.faults(new Reading(state, "有效期至2024年1月1日"), "address-proof", FORM::get, TODAY)
                .getFirst()
                .reason()
                .en();
    }

    @Test
    void aPaperOfSomebodyElseMayNameSomebodyElse() {
        String lease = """
                名称：江边物业有限公司
                统一社会信用代码：%s
                法定代表人：王小明
                承租方：欧阳建国 440524188001010014""".formatted(another());
        assertThat(faults(State.TEXT, "address-proof", lease)).isEmpty();
        assertThat(faults(State.TEXT, "hygiene-report", lease)).isEmpty();
        assertThat(faults(State.TEXT, "articles", lease)).containsExactly("paper-name", "paper-code", "paper-identity");
    }

    @Test
    void aNumberTypedInSmallLettersIsTheSameNumber() {
        Map<String, Object> small = Map.of("legalRepName", "欧阳建国", "legalRepId", " 11010519491231002x");
        Reading card = new Reading(State.PICTURE, "欧阳建国 11010519491231002X");
        assertThat(PaperCheck.faults(card, "identity", small::get, TODAY)).isEmpty();
    }

    @Test
    void whatWasNotReadIsNotBlamed() {
        assertThat(faults(State.SKIPPED, "")).isEmpty();
    }

    @Test
    void whatCannotBeOpenedOrIsEmptyIsFound() {
        assertThat(faults(State.UNREADABLE, "")).containsExactly("paper-unreadable");
        assertThat(faults(State.BLANK, "")).containsExactly("paper-blank");
    }
}
