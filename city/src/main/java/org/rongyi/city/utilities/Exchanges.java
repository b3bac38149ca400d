package org.rongyi.city.utilities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.city.utilities.ExchangeTable.Due;
import org.rongyi.city.utilities.OperatorDesk.Left;
import org.rongyi.city.utilities.OperatorDesk.Offering;
import org.rongyi.city.utilities.OperatorSystem.Answer;
import org.rongyi.city.utilities.OperatorSystem.Look;
import org.rongyi.city.utilities.OperatorSystem.Surveyed;
import org.rongyi.city.vocabulary.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what was surveyed to operators' own systems until they have it, and asks what they offer. A system that is
/// silent holds up nobody, and whatever it does not do, the operator's officer does by hand.
@Component
class Exchanges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration SENT_AGAIN = Duration.ofMinutes(5);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(30);
    /// As the firm reads who looked.
    private static final String ITS_SYSTEM = "的系统 (system)";

    private final ExchangeTable table;
    private final ConnectionTable connections;
    private final ConnectionReader reader;
    private final VisitTable visits;
    private final RecordReader records;
    private final Offers offers;
    private final ConnectionCourse course;
    private final OperatorSystem.All systems;
    private final Clock clock;
    private final boolean command;
    private final TransactionTemplate transaction;
    private final Watch watch = new Watch("operators", this::turn, LOOK_EVERY);

    Exchanges(
            ExchangeTable table,
            ConnectionTable connections,
            ConnectionReader reader,
            VisitTable visits,
            RecordReader records,
            Offers offers,
            ConnectionCourse course,
            OperatorSystem.All systems,
            Clock clock,
            @Value("${rongyi.command:}") String command,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.connections = connections;
        this.reader = reader;
        this.visits = visits;
        this.records = records;
        this.offers = offers;
        this.course = course;
        this.systems = systems;
        this.clock = clock;
        this.command = !command.isEmpty();
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (systems.any() && !command) {
            watch.open();
        }
    }

    @Override
    public void close() {
        watch.close();
    }

    private Duration turn() {
        work();
        return LOOK_EVERY;
    }

    /// Within the transaction in which the record was signed; nothing where the operator has no system.
    void surveyed(long request, String utility, long visit) {
        if (systems.of(utility).isPresent()) {
            table.add(request, visit, clock.instant());
        }
    }

    /// @return how many were sent or asked about
    int work() {
        int done = 0;
        Instant now = clock.instant();
        Set<String> silent = new HashSet<>();
        for (Optional<Due> due = take(now); due.isPresent(); due = take(now)) {
            try {
                work(due.get(), silent);
            } catch (NestedRuntimeException | IllegalArgumentException | IllegalStateException failed) {
                // The others are not kept waiting by it: it is taken again in its time.
                LOG.warn("The request ({}) could not be exchanged", due.get().request(), failed);
            }
            done++;
        }
        return done;
    }

    private Optional<Due> take(Instant now) {
        return table.takeDue(now, now.plus(SENT_AGAIN));
    }

    /// @param silent operators whose systems did not answer in this turn: what else is theirs is put off unasked
    private void work(Due due, Set<String> silent) {
        Bare request = connections.request(due.request()).orElseThrow();
        OperatorSystem system = systems.of(request.utility()).orElse(null);
        if (system == null || request.state() != State.SURVEYED) {
            table.end(due.request(), new Left.Nothing());
            return;
        }
        if (silent.contains(request.utility())) {
            return;
        }
        String reference = due.reference();
        boolean heard = reference == null ? send(due, request, system) : look(due, reference, request, system);
        if (!heard) {
            silent.add(request.utility());
        }
    }

    private boolean send(Due due, Bare bare, OperatorSystem system) {
        Head head = connections.find(bare.connection()).orElseThrow();
        Connection connection = reader.of(head);
        Visit visit = visits.find(due.visit()).orElseThrow();
        Connection.Request request = connection.request(bare.utility()).orElseThrow();
        Answer answer = system.send(due.key(), new Surveyed(connection, request, records.of(visit, head.address())));
        switch (answer) {
            case Answer.Taken(String reference) ->
                transaction.executeWithoutResult(_ -> {
                    table.arrived(bare.id(), reference, clock.instant().plus(SENT_AGAIN));
                    connections.looked(head.id(), "system:" + bare.utility(), ITS_SYSTEM, bare.unit(), clock.instant());
                });
            case Answer.Refused(String why) -> table.end(bare.id(), new Left.Refused(why));
            case Answer.Unreached(String why) ->
                LOG.warn("What was surveyed for the request ({}) goes out later: {}", bare.id(), why);
        }
        return !(answer instanceof Answer.Unreached);
    }

    private boolean look(Due due, String reference, Bare request, OperatorSystem system) {
        Look look = system.look(reference);
        switch (look) {
            case Look.Plan(NewPlan plan) -> transaction.executeWithoutResult(_ -> offer(request, plan));
            case Look.Refusal(String reason, String basis) ->
                transaction.executeWithoutResult(_ -> refuse(request, reason, basis));
            case Look.NothingYet _ -> table.again(due.request(), clock.instant().plus(ASKED_AGAIN));
            case Look.Unreached(String why) ->
                LOG.warn("What the operator offers for the request ({}) is asked later: {}", request.id(), why);
        }
        return !(look instanceof Look.Unreached);
    }

    /// What an officer or the firm did first counts.
    private void refuse(Bare before, String reason, String basis) {
        connections.lock(before.connection());
        Bare request = connections.request(before.id()).orElseThrow();
        boolean open = request.state() == State.SURVEYED;
        boolean told = !reason.isBlank() && !basis.isBlank();
        boolean refused = open && told && course.refused(request.caseId(), reason, basis);
        table.end(request.id(), refused || !open ? new Left.Nothing() : new Left.Refused(reason));
    }

    /// A plan that has faults is not offered: the officer reads which, and offers one by hand.
    private void offer(Bare before, NewPlan plan) {
        connections.lock(before.connection());
        Bare request = connections.request(before.id()).orElseThrow();
        Left left = switch (offers.offer(request, plan, "system:" + request.utility())) {
            case Offering.Offered _, Offering.NotNow _ -> new Left.Nothing();
            case Offering.Refused(var faults) -> new Left.FaultyPlan(faults);
        };
        table.end(request.id(), left);
    }
}
