package org.rongyi.city.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.city.portal.web.Findable.Kind;
import org.rongyi.city.portal.web.Findable.Text;
import org.rongyi.definitions.Words;

class FinderTest {
    private static final Finder FINDER =
            new Finder(new Synonyms(Map.of("大学生", "高校毕业生", "面馆", "开办餐饮店", "注销公司", "企业注销", "noodle", "开办餐饮店")));
    private static final Findable RESTAURANT = named(Kind.JOURNEY, "restaurant", "开办餐饮店", "Open a restaurant");
    private static final Findable CLOSE = named(Kind.JOURNEY, "close", "企业注销", "Close a company");
    private static final Findable FOOD = named(Kind.ITEM, "food", "食品经营许可（新办）", "Food permit");
    private static final Findable LEAVE = named(Kind.ITEM, "leave", "学生休学办理", "学生休学办理");
    private static final Findable GRADUATES = named(Kind.ITEM, "graduates", "高校毕业生档案接收", "Graduates' files");
    private static final Findable REFUND = policy(
            "P15",
            "稳岗返还",
            "Job-stabilisation refund",
            true,
            new Words("返还去年实缴的失业保险费", "A refund of last year's unemployment contributions"));
    private static final Findable SKILLS = policy(
            "P18", "职业技能提升补贴", "Skills subsidy", true, new Words("职工考到技能证书，按等级补贴", "For skill certificates, by level"));
    private static final Findable OLD =
            policy("P11a", "小巨人认定（旧标准）", "Title of little giant (old standard)", false, Words.same("研发费用占营业收入"));
    private static final Findable NEW =
            policy("P11b", "小巨人认定（新标准）", "Title of little giant (new standard)", true, Words.same("近两年研发费用合计"));
    private static final Findable RD = element("rdExpense", "研发费用", "R&D expense");
    private static final Findable EARLIER_RD =
            element("priorYearRdExpense", "前一年研发费用", "R&D expense of the year before");
    private static final Findable STAFF = element("insuredStaff", "参保人数", "insured staff");
    private static final List<Findable> ALL =
            List.of(EARLIER_RD, OLD, REFUND, SKILLS, NEW, RD, STAFF, RESTAURANT, CLOSE, FOOD, LEAVE, GRADUATES);

    private static Findable policy(String id, String zh, String en, boolean current, Words... texts) {
        List<Text> weighed =
                Arrays.stream(texts).map(words -> new Text(words, 4, true)).toList();
        return new Findable(Kind.POLICY, id, new Words(zh, en), "", "/policies/" + id, current, weighed);
    }

    private static Findable element(String id, String zh, String en) {
        return named(Kind.ELEMENT, id, zh, en);
    }

    private static Findable named(Kind kind, String id, String zh, String en) {
        return new Findable(kind, id, new Words(zh, en), "", "/" + id, true, List.of());
    }

    private static List<String> ids(String typed) {
        return FINDER.find(SearchText.of(typed), ALL).hits().stream()
                .map(hit -> hit.what().id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "稳岗返还, P15",
        "稳岗, P15",
        "稳刚返还, P15", // one character wrong
        "refund, P15",
        "REFUNDS, P15",
        "refnud, P15", // two letters swapped
        "job refund, P15",
        "怎么申请失业保险费返还, P15", // asked as one asks a person
        "ｐ１５, P15", // full width
        "skils, P18",
        "技能证书补贴, P18",
        "稳刚, P15", // one of two characters wrong
        "小具人, P11b",
        "前一年研发, priorYearRdExpense",
        "我要开一家面馆, restaurant", // what people say, with words that say nothing
        "开面馆怎么办手续, restaurant",
        "noodle shop, restaurant",
        "注销公司, close",
        "大学生, graduates",
        "休学, leave",
        "食品经营许可, food",
        "参保人数, insuredStaff",
        "insuredstaff, insuredStaff",
    })
    void whatIsMeantComesFirst(String typed, String first) {
        assertThat(ids(typed)).startsWith(first);
    }

    @Test
    void dataStandAfterPoliciesAndOfDataTheWholeNameComesFirst() {
        assertThat(ids("研发费用")).containsExactly("P11b", "P11a", "rdExpense", "priorYearRdExpense");
    }

    @Test
    void whatIsInForceComesBeforeWhatHasEnded() {
        assertThat(ids("小巨人")).containsExactly("P11b", "P11a");
    }

    @Test
    void everyWordMustBeFoundAsLongAsSomethingHasThemAll() {
        Finder.Found both = FINDER.find(SearchText.of("skill level"), ALL);
        assertThat(both.exact()).isTrue();
        assertThat(both.hits()).hasSize(1);
        Finder.Found one = FINDER.find(SearchText.of("skill moonlight"), ALL);
        assertThat(one.exact()).isFalse();
        assertThat(one.hits().getFirst().what().id()).isEqualTo("P18");
    }

    @Test
    void whatNothingHasIsNotFound() {
        assertThat(ids("月亮")).isEmpty();
        assertThat(ids("moonlight")).isEmpty();
        assertThat(ids("x")).isEmpty();
    }

    @Test
    void theTextThatSpeaksForAResultIsShownAndMarked() {
        Finder.Hit hit = FINDER.find(SearchText.of("失业保险"), ALL).hits().getFirst();
        assertThat(hit.snippet())
                .isNotNull()
                .satisfies(text -> assertThat(Piece.around(text.zh(), hit.marks()))
                        .containsExactly(new Piece("返还去年实缴的", false), new Piece("失业保险", true), new Piece("费", false)));
    }

    @Test
    void longAndStrangeInputIsTakenCalmly() {
        assertThat(ids("!!! ???")).isEmpty();
        assertThat(ids("税".repeat(5000))).isEmpty();
        assertThat(SearchText.of("  ").isEmpty()).isTrue();
        assertThat(SearchText.of("怎么申请").words()).as("only fillers were typed").isNotEmpty();
    }
}
