package org.rongyi.city.policies;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.rules.Outcome;
import org.rongyi.rules.Rule;
import org.rongyi.rules.ValueType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class RegisterTrials implements Trials {
    private final Enterprises enterprises;
    private final FilePolicies policies;
    private final Elements elements;
    private final Duration longest;
    private final ReentrantLock one = new ReentrantLock();

    /// @param longest how long a trial may read the register
    RegisterTrials(
            Enterprises enterprises,
            FilePolicies policies,
            Elements elements,
            @Value("${rongyi.trial.longest:4s}") Duration longest) {
        this.enterprises = enterprises;
        this.policies = policies;
        this.elements = elements;
        this.longest = longest;
    }

    @Override
    public List<ElementDefinition> pointers(Rule condition) {
        return condition.elements().stream()
                .flatMap(id -> elements.find(id).stream())
                .filter(element -> element.element().type() == ValueType.TEXT
                        || element.sensitivity() == ElementDefinition.Sensitivity.S)
                .toList();
    }

    @Override
    public Trial count(Rule condition) {
        if (!pointers(condition).isEmpty()) {
            throw new IllegalArgumentException("a trial reads what points at one firm: " + condition.elements());
        }
        if (!one.tryLock()) {
            return new Trial.Busy();
        }
        try {
            Tally tally = new Tally(condition, policies.today(), System.nanoTime() + longest.toNanos());
            try {
                enterprises.forEachPortraitAtRandom(RandomGenerator.getDefault(), tally::add);
            } catch (TimeIsUp stop) {
                // what was read so far is the answer
            }
            long total = Math.max(tally.read(), enterprises.count());
            return new Trial.Counted(tally.read(), total, tally.holds, tally.unknown, tally.fails);
        } finally {
            one.unlock();
        }
    }

    private static final class TimeIsUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Tally {
        private final Rule condition;
        private final LocalDate today;
        private final long deadline;
        private long holds;
        private long unknown;
        private long fails;

        Tally(Rule condition, LocalDate today, long deadline) {
            this.condition = condition;
            this.today = today;
            this.deadline = deadline;
        }

        long read() {
            return holds + unknown + fails;
        }

        void add(Portrait portrait) {
            if (System.nanoTime() > deadline) {
                throw new TimeIsUp();
            }
            switch (condition.decide(portrait, today)) {
                case Outcome.Holds() -> holds++;
                case Outcome.Fails() -> fails++;
                case Outcome.Unknown _ -> unknown++;
            }
        }
    }
}
