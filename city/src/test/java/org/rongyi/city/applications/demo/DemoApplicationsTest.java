package org.rongyi.city.applications.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Application;
import org.rongyi.city.applications.Applications;
import org.rongyi.city.applications.Part;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.People;
import org.rongyi.city.vocabulary.CityFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class DemoApplicationsTest {
    @Autowired
    private DemoApplications demo;

    @Autowired
    private Applications applications;

    @Autowired
    private Licences licences;

    @Autowired
    private People people;

    @Autowired
    private Mandates mandates;

    @Autowired
    private CityFolder folder;

    @Autowired
    private TestClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    /// Taken back: other tests walk with the same firm.
    @Test
    void theRestaurantBeginsWithALicenceThatWasGrantedAndASignThatIsUnderReview() {
        new TransactionTemplate(transactions).executeWithoutResult(taken -> {
            taken.setRollbackOnly();
            Acting owner = new Acting(
                    people.find("noodle").orElseThrow(),
                    mandates.inForce("noodle", clock.today()).getFirst());
            List<Application> made = demo.live(folder.resolve("applications-demo.yaml"));
            assertThat(parts(made.getFirst(), owner))
                    .extracting(part -> part.item().id(), Part::state)
                    .containsExactlyInAnyOrder(
                            tuple("licence-check", Part.State.GRANTED), tuple("food-permit", Part.State.GRANTED));
            assertThat(licences.of(owner.firmFor(Mandate.Purpose.VIEW)))
                    .extracting(Licence::type)
                    .contains("food-permit");
            Part sign = parts(made.getLast(), owner).stream()
                    .filter(part -> part.item().id().equals("outdoor-sign"))
                    .findFirst()
                    .orElseThrow();
            assertThat(sign.now())
                    .isNotNull()
                    .satisfies(file -> assertThat(file.state().id()).isEqualTo("review"));
            assertThat(applications.news(owner, 20))
                    .allSatisfy(news -> assertThat(news.seen()).isTrue());
        });
    }

    private List<Part> parts(Application application, Acting owner) {
        return applications.open(application.id(), owner).orElseThrow().parts();
    }
}
