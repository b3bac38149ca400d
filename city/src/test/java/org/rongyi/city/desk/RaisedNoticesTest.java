package org.rongyi.city.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.city.CityTest;
import org.rongyi.city.applications.MailNotices;
import org.rongyi.city.cases.CaseEvent;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.PastTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever answers for a case from now on reads so in their mail, once for each level and moment.
@CityTest
class RaisedNoticesTest {
    @Test
    void eachLevelIsToldOnce(
            @Autowired ApplicationEventPublisher events,
            @Autowired People people,
            @Autowired MailNotices mails,
            @Autowired JdbcClient database,
            @Autowired Clock clock) {
        String account = "rn-" + UUID.randomUUID();
        people.register(new Person(account, "某人（测试）", "供电", Set.of(Role.LEADER)), "not-to-be-guessed");
        mails.setAddress(account, "leader@example.org");
        CaseEvent.About about = new CaseEvent.About(-7, "appeal", null, null);
        events.publishEvent(new CaseEvent.CaseRaised(about, 1, account));
        events.publishEvent(new CaseEvent.CaseRaised(about, 1, account));
        events.publishEvent(new CaseEvent.CaseRaised(about, 2, account));
        events.publishEvent(new CaseEvent.CaseRaised(about, 3, ""));
        PastTime.at(
                clock.instant().minusSeconds(60),
                () -> events.publishEvent(new CaseEvent.CaseRaised(about, 1, account)));
        assertThat(database.sql("select subject from applications.mail where account = ? order by id")
                        .param(account)
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(subject -> assertThat(subject).contains("报到您这里"));
    }
}
