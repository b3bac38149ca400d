package org.rongyi.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.TestClock;
import org.rongyi.city.identity.SignInAttempts.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class SignInAttemptsTest {
    private final String account = UUID.randomUUID().toString();
    private final String address = "address " + UUID.randomUUID();

    @Autowired
    private SignInAttempts attempts;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void afterTenFailuresTheAccountMustWaitAQuarterOfAnHour() {
        fail(SignInAttempts.MOST_PER_ACCOUNT);
        assertThat(isTurnedAway(account, address)).isTrue();
        clock.pass(SignInAttempts.WINDOW.minusSeconds(1));
        assertThat(isTurnedAway(account, address)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(isTurnedAway(account, address)).isFalse();
    }

    @Test
    void whoIsTurnedAwayDoesNotWaitLongerForTrying() {
        fail(SignInAttempts.MOST_PER_ACCOUNT);
        clock.pass(SignInAttempts.WINDOW.minusMinutes(1));
        for (int i = 0; i < 20; i++) {
            assertThat(isTurnedAway(account, address)).isTrue();
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(isTurnedAway(account, address)).isFalse();
    }

    @Test
    void theAccountCountsHoweverItIsTyped() {
        fail(SignInAttempts.MOST_PER_ACCOUNT);
        assertThat(isTurnedAway(" " + account.toUpperCase(java.util.Locale.ROOT) + " ", address))
                .isTrue();
    }

    @Test
    void aSignInClearsTheFailuresBeforeIt() {
        fail(SignInAttempts.MOST_PER_ACCOUNT - 1);
        attempts.close(attempts.open(account, address), Outcome.SIGNED_IN);
        fail(SignInAttempts.MOST_PER_ACCOUNT - 1);
        assertThat(isTurnedAway(account, address)).isFalse();
    }

    @Test
    void aStrangerWhoKeepsFailingDoesNotLockThePersonOut() {
        attempts.close(attempts.open(account, address), Outcome.SIGNED_IN);
        clock.pass(Duration.ofDays(7));
        for (int i = 0; i < SignInAttempts.MOST_PER_ACCOUNT; i++) {
            attempts.close(attempts.open(account, address + " of a stranger"), Outcome.FAILED);
        }
        assertThat(isTurnedAway(account, address + " of a stranger")).isTrue();
        assertThat(isTurnedAway(account, address)).isFalse();
    }

    @Test
    void oneAddressMayNotTryManyAccounts() {
        for (int i = 0; i < SignInAttempts.MOST_PER_ADDRESS; i++) {
            attempts.close(attempts.open(account + i, address), Outcome.FAILED);
        }
        assertThat(isTurnedAway("another " + account, address)).isTrue();
        assertThat(isTurnedAway("another " + account, address + " elsewhere")).isFalse();
    }

    @Test
    void ofManyAttemptsAtTheSameMomentNoMoreThanTheLimitGetThrough() throws Exception {
        int many = 3 * SignInAttempts.MOST_PER_ACCOUNT;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = java.util.Collections.nCopies(many, () -> isTurnedAway(account, address));
            int through = 0;
            for (Future<Boolean> turnedAway : threads.invokeAll(tries)) {
                through += turnedAway.get() ? 0 : 1;
            }
            assertThat(through).isLessThanOrEqualTo(SignInAttempts.MOST_PER_ACCOUNT);
        }
    }

    @Test
    void whatWasTypedAsAccountIsNotKept() {
        attempts.close(attempts.open("Oops-My-Password", address), Outcome.FAILED);
        assertThat(jdbc.sql("select t::text from identity.sign_in_attempt t where address = ?")
                        .param(address)
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("oops");
    }

    /// One more failure, unless turned away.
    private boolean isTurnedAway(String who, String where) {
        SignInAttempts.Attempt attempt = attempts.open(who, where);
        attempts.close(attempt, attempt.tooMany() ? Outcome.TURNED_AWAY : Outcome.FAILED);
        return attempt.tooMany();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(isTurnedAway(account, address)).as("failure " + i).isFalse();
        }
    }
}
