package org.rongyi.city.filings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.ui.CityWords;
import org.rongyi.definitions.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who want it, once each, that a day comes near. Whoever asks twice, or in two processes,
/// tells once: a letter is known by its name. A turn has a thread of its own: it holds up nothing else, and
/// the next one waits until it is done.
@Component
class Reminding {
    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);
    private static final int AT_ONCE = 200;
    private static final String EVERY = "${rongyi.filings.remind-every}";

    private final FeedTable table;
    private final KeptCalendar calendar;
    private final Letters letters;
    private final TransactionTemplate transactions;
    private final CityWords city;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    Reminding(
            FeedTable table,
            KeptCalendar calendar,
            Letters letters,
            TransactionTemplate transactions,
            CityWords city,
            Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.letters = letters;
        this.transactions = transactions;
        this.city = city;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = EVERY, fixedDelayString = EVERY)
    void turn() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("filings")
                    .uncaughtExceptionHandler((_, failed) -> LOG.error("Nobody was reminded of filings", failed))
                    .start(() -> {
                        try {
                            remindAll();
                        } finally {
                            busy.set(false);
                        }
                    });
        }
    }

    void remindAll() {
        LocalDate today = city.today(clock);
        String firm = "";
        String account = "";
        List<FeedTable.Wish> some;
        do {
            some = table.wishes(firm, account, AT_ONCE);
            some.forEach(wish -> remindApart(wish, today));
            if (!some.isEmpty()) {
                firm = some.getLast().whose().firm().value();
                account = some.getLast().whose().account();
            }
        } while (some.size() == AT_ONCE);
    }

    /// On a thread of its own, one after the other: whatever is wrong with one firm's record, the others are told. It
    /// is tried again in the next turn.
    private void remindApart(FeedTable.Wish wish, LocalDate today) {
        Thread one = Thread.ofVirtual()
                .name("filings of one firm")
                .uncaughtExceptionHandler((_, failed) -> LOG.error(
                        "Nobody was reminded of what ({}) must file",
                        wish.whose().firm(),
                        failed))
                .start(() -> remind(wish, today));
        try {
            one.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void remind(FeedTable.Wish wish, LocalDate today) {
        FeedTable.Whose whose = wish.whose();
        if (!calendar.maySee(whose, today)) {
            return;
        }
        List<Due> near = calendar.between(whose.firm(), today, today.plusDays(wish.days()));
        transactions.executeWithoutResult(_ -> near.forEach(due -> letters.write(
                "filing/" + whose.firm() + "/" + due.id(),
                whose.account(),
                new Words("快到期：" + due.name().zh(), "Due soon: " + due.name().en()),
                new Words(
                        due.period().zh() + "，最后一天是 " + due.day() + "。",
                        due.period().en() + ": the last day is " + due.day() + "."),
                "/my/calendar")));
    }
}
