package org.rongyi.city;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rongyi.city.browser.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/// A test in an open city: the whole application on a free port, over a temporary PostgreSQL, filled with a
/// few hundred business entities, on Monday 23 November 2026, 10:00 in Shanghai ([TestClock] moves it).
///
/// One city serves all tests of a run, so that it starts once: add nothing that makes a second one (no mock
/// beans, no properties of your own). Tests share its data: each makes the firms and people that it
/// changes.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "rongyi.city=../cities/chengdu",
            "rongyi.demo.size=" + CityTest.DEMO_SIZE,
            "rongyi.demo.appeals=false",
            "rongyi.demo.utilities=false",
            "rongyi.demo.invoices=false",
            "rongyi.demo.applications=false",
            "rongyi.password-rounds=4",
            // Tests move the clock to and fro; the day turns when one of them says so.
            "rongyi.turn.every=1h",
            // Learning hundreds of examples takes the processor from every test beside it.
            "rongyi.appeals.learn=false"
        })
@Import({TestClock.Wiring.class, Browser.Wiring.class})
@TestExecutionListeners(listeners = TestClock.Reset.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface CityTest {
    int DEMO_SIZE = 400;
}
