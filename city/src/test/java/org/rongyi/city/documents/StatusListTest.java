package org.rongyi.city.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.applications.Granted;
import org.rongyi.city.applications.Story;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.seals.StatusList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionTemplate;

/// What verifiers rely on is current also where nothing happens.
@CityTest
class StatusListTest {
    @Autowired
    private Verification verification;

    @Autowired
    private ScheduledTaskHolder timers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    private Instant currentUntil(String list) {
        return StatusList.read(Objects.requireNonNull(verification.trust().get(list)))
                .currentUntil();
    }

    @Test
    void theListsAreWrittenAnewEveryDayAndCountForSevenMore() {
        CreditCode firm = Story.newCode();
        Granted granted =
                new Granted(-firm.value().hashCode(), "company-registration", "市监", firm, Map.of("legalRepName", "测试"));
        transactions.executeWithoutResult(_ -> events.publishEvent(granted));
        assertThat(verification.trust()).containsOnlyKeys("city.cer", "city.crl", "city-pdf.cer", "city-pdf.crl");
        for (String list : new String[] {"city.crl", "city-pdf.crl"}) {
            clock.moveTo(TestClock.START);
            assertThat(currentUntil(list)).isEqualTo(TestClock.START.plus(Duration.ofDays(7)));
            clock.pass(Duration.ofDays(6));
            assertThat(currentUntil(list)).isEqualTo(TestClock.START.plus(Duration.ofDays(13)));
        }
    }

    @Test
    void theTimerThatWritesThemBesideTheDataRingsEveryDay() {
        assertThat(timers.getScheduledTasks())
                .filteredOn(task -> task.getTask().toString().contains(TrustFolder.class.getName() + ".renew"))
                .singleElement()
                .satisfies(task -> assertThat(((FixedDelayTask) task.getTask()).getIntervalDuration())
                        .isEqualTo(Duration.ofDays(1)));
    }
}
