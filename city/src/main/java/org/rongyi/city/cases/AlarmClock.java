package org.rongyi.city.cases;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Rings the alarms that are due. db-scheduler takes each for one process only; what a killed process had in
/// its hands another one, or the next start, takes after [#DEAD_AFTER_HEARTBEATS] missing heartbeats.
///
/// It starts once the city is open, and not at all in a command such as an import.
@Component
class AlarmClock implements DisposableBean {
    /// As the trigger in the database writes it.
    static final String TASK = "case-clock";

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int DEAD_AFTER_HEARTBEATS = 4;
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration OWNERS_EVERY = Duration.ofHours(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final int THREADS = 2;

    private final Alarms alarms;
    private final DataSource source;
    private final Clock clock;
    private final boolean command;
    private @Nullable Scheduler scheduler;

    AlarmClock(Alarms alarms, DataSource source, Clock clock, @Value("${rongyi.command:}") String command) {
        this.alarms = alarms;
        this.source = source;
        this.clock = clock;
        this.command = !command.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!command) {
            open();
        }
    }

    /// Rings from now on; measurements do it in a command.
    void open() {
        alarms.dateTheUndated();
        OneTimeTask<Void> ring = Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, _) -> {
                    String[] name = instance.getId().split("\\.");
                    alarms.ring(Long.parseLong(name[0]), Integer.parseInt(name[1]));
                });
        RecurringTask<Void> gone =
                Tasks.recurring("case-owners", FixedDelay.of(OWNERS_EVERY)).execute((_, _) -> alarms.replaceTheGone());
        Scheduler started = Scheduler.create(source, ring)
                .startTasks(gone)
                .tableName("cases.alarm")
                .schedulerName(new SchedulerName.Fixed(
                        ManagementFactory.getRuntimeMXBean().getName()))
                .clock(clock::instant)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOKS_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(DEAD_AFTER_HEARTBEATS)
                .shutdownMaxWait(STOPS_WITHIN)
                .build();
        started.start();
        scheduler = started;
    }

    /// Looks at once, not at the next turn.
    void look() {
        Scheduler started = scheduler;
        if (started != null) {
            started.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void destroy() {
        Scheduler started = scheduler;
        if (started != null) {
            started.stop();
        }
    }
}
