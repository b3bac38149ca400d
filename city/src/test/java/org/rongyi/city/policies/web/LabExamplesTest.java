package org.rongyi.city.policies.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.enterprises.Look;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.identity.web.Caller;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CityTest
class LabExamplesTest {
    private static final Pattern FIRM = Pattern.compile("/officer/firms/([0-9A-Z]{18})");
    private static final String PASSWORD = "a password of the test";

    private final People people;
    private final Portraits portraits;

    @LocalServerPort
    private int port;

    LabExamplesTest(@Autowired People people, @Autowired Portraits portraits) {
        this.people = people;
        this.portraits = portraits;
    }

    private Caller with(String department, Role... roles) {
        String account = "lab-" + UUID.randomUUID();
        people.register(new Person(account, "某人", department, Set.of(roles)), PASSWORD);
        return new Caller(port).signedIn(account, PASSWORD);
    }

    private static Set<String> firms(String body) {
        Set<String> firms = new TreeSet<>();
        Matcher links = FIRM.matcher(body);
        while (links.find()) {
            firms.add(links.group(1));
        }
        return firms;
    }

    private static String ask(Caller editor) {
        String[] draft = {"policy", "P03", "c0", "主体类型 in (\"个体工商户\", \"有限责任公司\")", "c1", "参保人数 >= 1", "do", "examples"
        };
        await().until(() -> editor.post("/editor/lab", draft).body().contains("谁多了，谁少了"));
        return editor.post("/editor/lab", draft).body();
    }

    @Test
    void whoMayLookSeesAFewFirmsAndEachReadsOfIt() {
        String department = "测试" + UUID.randomUUID().toString().substring(0, 8);
        String body = ask(with(department, Role.POLICY_EDITOR, Role.OFFICER));
        assertThat(body).contains("几户例子", "现行没满足：", "草案没满足：");
        assertThat(firms(body))
                .hasSize(6)
                .allSatisfy(firm -> assertThat(portraits.looks(new CreditCode(firm), 50))
                        .extracting(Look::department, Look::purpose)
                        .contains(org.assertj.core.groups.Tuple.tuple(department, "核对政策草案")));
    }

    @Test
    void anEditorWhoIsNoOfficerSeesKindsAndNoFirm() {
        for (Caller editor :
                new Caller[] {with("司法", Role.POLICY_EDITOR), with("", Role.POLICY_EDITOR, Role.OFFICER)}) {
            String body = ask(editor);
            assertThat(body).doesNotContain("几户例子");
            assertThat(firms(body)).isEmpty();
        }
    }
}
