package org.rongyi.city.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.ui.Page;
import org.rongyi.city.ui.TestPages;
import org.rongyi.definitions.PolicyDefinition;
import org.springframework.beans.factory.annotation.Autowired;

/// An answer begins with what others gave, what was answered before, and what there is to cite.
@CityTest
class AnswerHelpsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Acting OFFICER =
            new Acting(new Person("help-officer", "某人（测试）", "税务", Set.of(Role.OFFICER)), null);

    @Autowired
    private AnswerHelps helps;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Policies policies;

    private final Page page = TestPages.chinese(TODAY);

    private Case appeal(String words) {
        Appeal.Reporter reporter = new Appeal.Reporter("李先生", null, null, false);
        NewAppeal what = new NewAppeal(
                UUID.randomUUID().toString(), Appeal.Channel.WEB, words, "锦江区", null, reporter, "E0301", false);
        return appeals.record(((Receiving.Accepted) appeals.receive(what)).appeal())
                .now();
    }

    @Test
    void whatThePolicyIsCalledInTheAppealIsThereToBeCited() {
        PolicyDefinition policy = policies.inForce(TODAY).getFirst();
        AnswerHelp help = helps.of(page, OFFICER, appeal("想问" + policy.title().zh() + "为什么没有享受到"));
        assertThat(help.cited())
                .first()
                .satisfies(cited -> assertThat(cited.href()).isEqualTo("/policies/" + policy.id()));
        assertThat(AnswerHelps.draft("", help, -1))
                .startsWith("依据：《" + policy.title().zh() + "》");
        assertThat(helps.of(page, OFFICER, appeal("隔壁的狗整夜叫")).cited()).isEmpty();
    }

    @Test
    void aDraftHoldsWhatOthersGaveTheChosenAnswerAndWhatIsCitedAsLongAsItFits() {
        AnswerHelp help = new AnswerHelp(
                List.of("已经换了变压器。", "停电是检修。"), List.of(new AnswerHelp.Cited("某政策", "/policies/P1", "《某政策》")));
        assertThat(AnswerHelps.draft("城管：不再单独查。", help, 1)).isEqualTo("城管：不再单独查。\n停电是检修。\n依据：《某政策》。");
        assertThat(AnswerHelps.draft("", help, 7)).isEqualTo("依据：《某政策》。");
        AnswerHelp tooLong = new AnswerHelp(List.of("很".repeat(Cases.LONGEST_TEXT)), help.cited());
        assertThat(AnswerHelps.draft("城管：不再单独查。", tooLong, 0)).isEqualTo("城管：不再单独查。\n依据：《某政策》。");
    }
}
