package org.rongyi.city.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.applications.ReviewRecord.Corrected;
import org.rongyi.city.applications.ReviewRecord.Found;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;

/// What the rules found is held against what people then asked to correct.
@CityTest
class ReviewRecordTest {
    @Autowired
    private Story story;

    @Autowired
    private Applications applications;

    @Autowired
    private Cases cases;

    @Autowired
    private ReviewRecord record;

    private int corrections(boolean foreseen) {
        return record.corrected().stream()
                .filter(each -> each.item().equals("company-registration"))
                .mapToInt(foreseen ? Corrected::foreseen : Corrected::corrections)
                .sum();
    }

    private int findings(String rule, boolean confirmed) {
        return record.found().stream()
                .filter(each -> each.item().equals("company-registration")
                        && each.rule().equals(rule))
                .mapToInt(confirmed ? Found::confirmed : Found::findings)
                .sum();
    }

    @Test
    void aFindingIsRightWhenTheDepartmentAskedForTheSame() {
        int phones = findings("phone", false);
        int rightPhones = findings("phone", true);
        int numbers = findings("number", false);
        int rightNumbers = findings("number", true);
        int all = corrections(false);
        int foreseen = corrections(true);
        Acting founder = story.person("创业者（测试）");
        Application application = story.handIn(
                story.filled(
                        founder,
                        "start-company",
                        Map.of(
                                "firmStaff",
                                BigDecimal.ZERO,
                                "needsInvoices",
                                false,
                                "registeredCapital",
                                BigDecimal.ZERO,
                                "contactPhone",
                                "12345"),
                        "bank-account-booking"),
                founder);
        assertThat(findings("phone", false)).as("nobody has answered yet").isEqualTo(phones);
        Case registration = story.caseOf(application, founder, "company-registration");
        Acting registrar = story.officer("市监");
        cases.assign(Step.of(registration.id(), Actor.of(registrar)), registrar.account());
        story.fire(registration, registrar, "askCorrection");
        applications.correct(
                application.id(),
                founder,
                "company-registration",
                new Applications.Correction(
                        Map.of("contactPhone", "13900000000", "shareholders", "一个人 100%"), List.of()));
        story.fire(registration, registrar, "accept");
        assertThat(findings("phone", false)).isEqualTo(phones + 1);
        assertThat(findings("phone", true)).isEqualTo(rightPhones + 1);
        assertThat(findings("number", false)).isEqualTo(numbers + 1);
        assertThat(findings("number", true)).as("the department accepted it").isEqualTo(rightNumbers);
        assertThat(corrections(false)).isEqualTo(all + 2);
        assertThat(corrections(true)).as("the shareholders nobody foresaw").isEqualTo(foreseen + 1);
    }
}
