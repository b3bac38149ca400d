package org.rongyi.city.appeals;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.AppealTopics.Alike;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Entry;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.CaseKind.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeptCalls implements Calls {
    private static final int MOST_ALIKE = 8;
    /// Most of what is nearest may be of departments whose answers the reader does not know.
    private static final int MOST_LOOKED_THROUGH = 40;

    private static final int MOST_ANSWERS = 2;
    private static final int LATEST = 3;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Set<String> TO_ANSWER = Set.of("received", "dispatched", "handling");
    private static final Set<String> ANSWERED = Set.of("replied", "solved", "asked", "settled");
    private static final Taken NOT_A_SEAT =
            new Taken.Refused(new Handling.NotYours(List.of(new Who.InRole(Role.SEAT.name(), null))));

    private final Appeals appeals;
    private final AppealTable table;
    private final AppealKind kind;
    private final Seats seats;
    private final Intake intake;
    private final Advisor advisor;
    private final AppealTopics topics;
    private final Cases cases;
    private final CaseFiles files;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptCalls(
            Appeals appeals,
            AppealTable table,
            AppealKind kind,
            Seats seats,
            Intake intake,
            Advisor advisor,
            AppealTopics topics,
            Cases cases,
            CaseFiles files,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.appeals = appeals;
        this.table = table;
        this.kind = kind;
        this.seats = seats;
        this.intake = intake;
        this.advisor = advisor;
        this.topics = topics;
        this.cases = cases;
        this.files = files;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Hints hints(String words, Acting seat) {
        List<Seats.Suggested> categories = new ArrayList<>();
        Routing.Advice best = advisor.advise(words);
        if (best.leaf() != null) {
            categories.add(new Seats.Suggested(best.leaf().code(), best.confidence()));
        }
        for (Routing.Advice each : advisor.candidates(words)) {
            AppealCatalogue.Leaf leaf = each.leaf();
            boolean news = leaf != null
                    && categories.stream().noneMatch(known -> known.category().equals(leaf.code()));
            if (leaf != null && news) {
                categories.add(new Seats.Suggested(leaf.code(), each.confidence()));
            }
        }
        List<Alike> alike = topics.alike(words, MOST_ALIKE);
        return new Hints(
                categories,
                intake.routing().elsewhere(words).orElse(null),
                alike.stream()
                        .filter(each -> TO_ANSWER.contains(each.state()))
                        // Nothing is merged into what was brought up in confidence.
                        .filter(each -> !each.appeal().reporter().confidential())
                        .toList(),
                answers(alike, seat));
    }

    @Override
    public List<String> answers(String words, Acting reader) {
        return answers(topics.alike(words, MOST_LOOKED_THROUGH), reader);
    }

    private List<String> answers(List<Alike> alike, Acting reader) {
        List<Appeal> answered = alike.stream()
                .filter(each -> ANSWERED.contains(each.state()))
                .map(Alike::appeal)
                .filter(appeal -> !appeal.reporter().confidential())
                .toList();
        Set<Long> open = reader.has(Role.SEAT)
                ? answered.stream().map(Appeal::caseId).collect(Collectors.toSet())
                : files.openable(answered.stream().map(Appeal::caseId).toList(), reader);
        return answered.stream()
                .filter(appeal -> open.contains(appeal.caseId()))
                .map(this::answer)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_ANSWERS)
                .toList();
    }

    /// What the department told the last time.
    private @Nullable String answer(Appeal appeal) {
        return files.record(appeal.caseId())
                .map(file -> file.timeline().stream()
                        .filter(entry -> entry.what() == Entry.What.MOVED && "replied".equals(entry.to()))
                        .map(Entry::reason)
                        .filter(Objects::nonNull)
                        .reduce((first, second) -> second)
                        .orElse(null))
                .orElse(null);
    }

    @Override
    public Caller caller(CreditCode firm) {
        return database.sql("""
                        select count(*) filter (where closed_at is null and state = any (?::text[])) as open,
                               count(*) filter (where at >= ?) as year
                          from appeals.appeal where firm = ?""")
                .params(
                        TO_ANSWER.toArray(String[]::new),
                        AppealTable.stamp(clock.instant().minus(YEAR)),
                        firm.value())
                .query((row, _) ->
                        new Caller(row.getInt("open"), row.getInt("year"), table.openlyOf(firm, LATEST, kind)))
                .single();
    }

    @Override
    public Taken take(NewAppeal what, End end, Acting seat) {
        if (!seat.has(Role.SEAT)) {
            return NOT_A_SEAT;
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            table.callAlone(what.key());
            Taken taken = taken(what, end, seat);
            if (!(taken instanceof Taken.Done)) {
                status.setRollbackOnly();
            }
            return taken;
        }));
    }

    private Taken taken(NewAppeal what, End end, Acting seat) {
        // Whoever is asked for anything but a dispatch keeps it at the desk until that is done.
        NewAppeal here = end instanceof End.Dispatch ? what : what.insisting();
        return switch (appeals.receive(here)) {
            case Receiving.Elsewhere(AppealCatalogue.LegalRoute route) -> new Taken.Elsewhere(route);
            case Receiving.Accepted(Appeal appeal, boolean again) ->
                again ? done(appeal) : ended(sorted(appeal, seat), end, seat);
        };
    }

    /// What a seat chose is learnt from.
    private Appeal sorted(Appeal appeal, Acting seat) {
        String category = appeal.category();
        if (category != null) {
            table.sort(appeal.id(), category, appeal.type(), seat.account());
        }
        return appeal;
    }

    private Taken done(Appeal appeal) {
        return new Taken.Done(appeal, table.keyOf(appeal.id()));
    }

    @Override
    public Optional<Appeal> taken(String key, Acting seat) {
        return table.taken(key, seat.account());
    }

    private Taken ended(Appeal appeal, End end, Acting seat) {
        Handling handling = switch (end) {
            case End.Dispatch _ -> null;
            case End.Answer(String words) ->
                cases.fire(Step.of(appeal.caseId(), Actor.of(seat)).because(words), "answerNow");
            case End.Merge(String number) -> seats.merge(appeal, number, seat);
        };
        return handling == null || handling instanceof Handling.Done ? done(appeal) : new Taken.Refused(handling);
    }
}
