package org.rongyi.city.utilities;

import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.utilities.Connection.Permit;
import org.rongyi.city.utilities.Connection.PermitState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// An authority that still decides for works that nobody wants any more is told. After the end is on record, and alone:
/// an authority that decides holds the case of its permit and waits for that of the connection, so whoever ends a
/// connection may not wait for a permit.
@Component
class PermitsLeft {
    private static final Logger LOG = LoggerFactory.getLogger(PermitsLeft.class);
    private static final String TOLD = "这一样不接了，许可不用再办。 No longer needed: not connected.";

    private final PlanTable plans;
    private final Cases cases;
    private final TransactionTemplate alone;

    PermitsLeft(PlanTable plans, Cases cases, PlatformTransactionManager transactions) {
        this.plans = plans;
        this.cases = cases;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener
    void tell(ConnectionEnded ended) {
        for (Permit permit : plans.permits(ended.request())) {
            Long caseId = permit.caseId();
            if (permit.state() == PermitState.OPEN && caseId != null) {
                alone.executeWithoutResult(_ -> tell(caseId));
            }
        }
    }

    private void tell(long caseId) {
        Handling told = cases.comment(Step.of(caseId, Actor.house("utilities")).because(TOLD));
        if (!(told instanceof Handling.Done)) {
            LOG.info("The case ({}) of a permit that nobody needs any more takes no remark: {}", caseId, told);
        }
    }
}
