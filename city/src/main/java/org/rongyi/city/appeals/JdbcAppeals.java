package org.rongyi.city.appeals;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseFile;
import org.rongyi.city.cases.CaseFiles;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcAppeals implements Appeals {
    private static final int ON_A_PAGE = 50;

    private final AppealTable appeals;
    private final LookTable looks;
    private final Intake intake;
    private final AppealKind kind;
    private final Cases cases;
    private final CaseFiles files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcAppeals(
            AppealTable appeals,
            LookTable looks,
            Intake intake,
            AppealKind kind,
            Cases cases,
            CaseFiles files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.appeals = appeals;
        this.looks = looks;
        this.intake = intake;
        this.kind = kind;
        this.cases = cases;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Receiving receive(NewAppeal what) {
        Optional<Appeal> before = appeals.byKey(what.key());
        if (before.isPresent()) {
            return again(before.get(), what);
        }
        if (!what.insists() && !readByAPerson(what)) {
            Optional<AppealCatalogue.LegalRoute> route = intake.routing().elsewhere(what.words());
            if (route.isPresent()) {
                looks.told(route.get().id(), clock.instant());
                return new Receiving.Elsewhere(route.get());
            }
        }
        try {
            Appeal accepted = Objects.requireNonNull(transaction.execute(_ -> intake.accept(what)));
            return new Receiving.Accepted(accepted, false);
        } catch (DuplicateKeyException sentTwice) {
            // The same form arrived twice at once: the other one has the number.
            return again(appeals.byKey(what.key()).orElseThrow(() -> sentTwice), what);
        }
    }

    /// A seat who chose the category knows the legal routes. A program that sends by Open311 names one too,
    /// and so does a form for one matter: they know nothing.
    private static boolean readByAPerson(NewAppeal what) {
        return what.category() != null && what.channel() == Appeal.Channel.CALL;
    }

    /// The page was sent once more. Whoever went back and wrote another matter into the same form gets a
    /// number for it.
    private Receiving again(Appeal before, NewAppeal what) {
        return what.isThat(before) ? new Receiving.Accepted(before, true) : receive(what.asItsOwn());
    }

    @Override
    public Optional<Appeal> follow(String number, String code) {
        String typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return appeals.byNumber(number.strip()).filter(appeal -> appeal.code().equals(typed));
    }

    @Override
    public Optional<Appeal> open(String number, Acting reader) {
        return appeals.byNumber(number).filter(appeal -> may(appeal, reader, Mandate.Purpose.VIEW));
    }

    @Override
    public boolean mayAct(Appeal appeal, Acting who) {
        return may(appeal, who, Mandate.Purpose.APPLY) && !hadIt(appeal, who);
    }

    private boolean hadIt(Appeal appeal, Acting who) {
        return files.find(appeal.caseId())
                .filter(now -> hadIt(now, who.account()))
                .isPresent();
    }

    private static boolean hadIt(Case now, String account) {
        return account.equals(now.handler()) || now.handled().contains(account);
    }

    /// What was sent for a firm is the firm's: whoever sent it and acts for it no longer has lost it.
    private static boolean may(Appeal appeal, Acting who, Mandate.Purpose purpose) {
        Mandate mandate = who.mandate();
        CreditCode firm = appeal.reporter().firm();
        return firm == null
                ? who.account().equals(appeal.reporter().account())
                : mandate != null && mandate.firm().equals(firm) && mandate.allows(purpose);
    }

    @Override
    public Listed of(Acting who, @Nullable Long before) {
        Mandate mandate = who.mandate();
        CreditCode firm = mandate != null && mandate.allows(Mandate.Purpose.VIEW) ? mandate.firm() : null;
        List<Line> found =
                appeals.of(who.account(), firm, before == null ? Long.MAX_VALUE : before, ON_A_PAGE + 1, kind);
        boolean more = found.size() > ON_A_PAGE;
        List<Line> lines = more ? found.subList(0, ON_A_PAGE) : found;
        return new Listed(
                lines,
                appeals.count(who.account(), firm),
                more ? lines.getLast().appeal().id() : null);
    }

    @Override
    public List<Line> lines(List<Appeal> some) {
        return appeals.lines(some, kind);
    }

    @Override
    public List<Line> linesOf(List<String> numbers) {
        return appeals.linesOf(numbers, kind);
    }

    @Override
    public CaseFile record(Appeal appeal) {
        return files.record(appeal.caseId())
                .orElseThrow(() -> new IllegalStateException("the appeal (" + appeal.number() + ") has no case"));
    }

    @Override
    public Handling say(Appeal appeal, String words) {
        return cases.comment(Step.of(appeal.caseId(), Intake.HOUSE).because(words));
    }

    @Override
    public Handling answer(Appeal appeal, Answer answer) {
        return answer(appeal, answer, Intake.HOUSE);
    }

    /// The firm itself answered, or a seat wrote down what it said.
    Handling answer(Appeal appeal, Answer answer, Actor by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Case now = files.find(appeal.caseId()).orElseThrow();
            String event = event(now, answer);
            if (event == null) {
                return new Handling.NotNow(now);
            }
            Handling handling = cases.fire(Step.of(now.id(), by).because(words(answer)), event);
            if (handling instanceof Handling.Done) {
                appeals.judged(appeal.id(), answer.solved(), answer.satisfied());
            } else {
                status.setRollbackOnly();
            }
            return handling;
        }));
    }

    private static @Nullable String event(Case now, Answer answer) {
        return switch (now.state().id()) {
            case "replied" -> answer.closes() ? "solve" : "reopen";
            case "asked" -> answer.closes() ? "stayed" : "relapse";
            default -> null;
        };
    }

    private static String words(Answer answer) {
        String says = !answer.solved()
                ? RecordedWords.NOT_SOLVED
                : answer.satisfied() ? RecordedWords.SATISFIED : RecordedWords.NOT_SATISFIED;
        return says + answer.words().strip();
    }

    @Override
    public Handling withdraw(Appeal appeal) {
        return cases.fire(Step.of(appeal.caseId(), Intake.HOUSE), "withdraw");
    }

    @Override
    public List<Look> looks(Appeal appeal) {
        return looks.looks(appeal.id());
    }
}
