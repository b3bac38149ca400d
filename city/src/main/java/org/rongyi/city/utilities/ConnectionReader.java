package org.rongyi.city.utilities;

import java.util.List;
import java.util.Set;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.utilities.Connection.Request;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.springframework.stereotype.Component;

/// Puts an application together from its rows.
@Component
class ConnectionReader {
    private static final Set<State> HAVE_REASONS = Set.of(State.REFUSED, State.WITHDRAWN, State.NO_CREW);

    private final ConnectionTable table;
    private final PlanTable plans;
    private final VisitTable visits;
    private final CaseFiles files;

    ConnectionReader(ConnectionTable table, PlanTable plans, VisitTable visits, CaseFiles files) {
        this.table = table;
        this.plans = plans;
        this.visits = visits;
        this.files = files;
    }

    Connection of(Head head) {
        return new Connection(
                head.id(),
                head.firm(),
                head.applicant(),
                head.address(),
                head.area(),
                head.contact(),
                head.phone(),
                head.wantedOn(),
                head.at(),
                table.requests(head.id()).stream().map(this::request).toList(),
                visits.of(head.id()));
    }

    private Request request(Bare row) {
        return new Request(
                row.id(),
                row.utility(),
                row.unit(),
                table.wanted(row.id()),
                row.caseId(),
                row.state(),
                row.since(),
                HAVE_REASONS.contains(row.state()) ? why(row) : "",
                plans.plans(row.id()),
                plans.permits(row.id()));
    }

    /// As whoever brought it there wrote it.
    private String why(Bare row) {
        List<Entry> timeline =
                files.record(row.caseId()).map(CaseFile::timeline).orElse(List.of());
        return timeline.stream()
                .filter(entry -> row.state().id().equals(entry.to()))
                .reduce((_, later) -> later)
                .map(Entry::reason)
                .orElse("");
    }
}
