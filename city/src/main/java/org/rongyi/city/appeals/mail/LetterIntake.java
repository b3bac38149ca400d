package org.rongyi.city.appeals.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealFiles;
import org.rongyi.city.appeals.AppealFiles.Keeping;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.MailRecord;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.appeals.Seats;
import org.rongyi.city.appeals.mail.LetterTable.Became;
import org.rongyi.city.appeals.mail.LetterTable.Exchange;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Handling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of a letter: an appeal, more about one, or nothing. Letter, appeal, files and receipt are one
/// transaction: what was taken in is there, once, and so is its answer.
@Component
class LetterIntake {
    /// More letters of one address on one day than a person writes.
    static final int MOST_A_DAY = 20;

    private static final int MOST_REMARKS = 10;

    private final LetterTable letters;
    private final Appeals appeals;
    private final AppealFiles files;
    private final Seats seats;
    private final LetterWords words;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LetterIntake(
            LetterTable letters,
            Appeals appeals,
            AppealFiles files,
            Seats seats,
            LetterWords words,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.appeals = appeals;
        this.files = files;
        this.seats = seats;
        this.words = words;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @return what became of it; empty when it was taken in before
    Optional<Became> take(Letter letter) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Instant now = clock.instant();
            int before = letters.since(letter.address(), now.minus(Duration.ofDays(1)));
            return letters.take(letter, now).map(id -> {
                MailRecord.Why why = left(letter, before);
                if (why == null) {
                    return take(id, letter);
                }
                letters.left(id, why); // and nothing is answered: a program would answer again
                return why == MailRecord.Why.TOO_MANY ? Became.TOO_MANY : Became.REFUSED;
            });
        }));
    }

    private static MailRecord.@Nullable Why left(Letter letter, int before) {
        if (letter.automatic() != null) {
            return MailRecord.Why.MACHINE;
        }
        if (letter.words().isBlank() && letter.subject().isBlank()) {
            return MailRecord.Why.EMPTY;
        }
        return before >= MOST_A_DAY ? MailRecord.Why.TOO_MANY : null;
    }

    private Became take(long id, Letter letter) {
        Optional<Exchange> before = letters.exchange(letter.answers());
        String number = before.map(Exchange::number).orElse(null);
        if (number != null) {
            return add(id, letter, seats.find(number).orElseThrow());
        }
        boolean insists = before.filter(each -> each.became() == Became.ROUTED).isPresent();
        NewAppeal what = new NewAppeal(
                "mail-" + UUID.nameUUIDFromBytes(letter.messageId().getBytes(StandardCharsets.UTF_8)),
                Channel.MAIL,
                said(letter),
                "",
                null,
                new Reporter(letter.who(NewAppeal.LONGEST_WHO), null, null, false),
                null,
                insists);
        return switch (appeals.receive(what)) {
            case Receiving.Elsewhere(var route) -> {
                letters.became(id, Became.ROUTED, null);
                letters.answer(id, words.elsewhereSubject(), words.elsewhere(route), clock.instant());
                yield Became.ROUTED;
            }
            case Receiving.Accepted(Appeal appeal, boolean _) -> {
                letters.became(id, Became.ACCEPTED, appeal.id());
                more(appeal, letter);
                List<LetterWords.Refused> refused = keep(appeal, letter);
                Case now = appeals.record(appeal).now();
                letters.answer(id, words.receiptSubject(appeal), words.receipt(appeal, now, refused), clock.instant());
                yield Became.ACCEPTED;
            }
        };
    }

    /// Its subject is the title.
    private static String said(Letter letter) {
        String all = all(letter);
        return all.substring(0, Math.min(all.length(), NewAppeal.LONGEST_WORDS));
    }

    private static String all(Letter letter) {
        return letter.subject().isBlank() ? letter.words() : letter.subject() + "\n" + letter.words();
    }

    /// What is longer than an appeal may be goes on in remarks.
    private void more(Appeal appeal, Letter letter) {
        String all = all(letter);
        if (all.length() > NewAppeal.LONGEST_WORDS) {
            remarks(appeal, all.substring(NewAppeal.LONGEST_WORDS));
        }
    }

    private boolean remarks(Appeal appeal, String text) {
        boolean taken = true;
        for (int i = 0; i < MOST_REMARKS && i * Cases.LONGEST_TEXT < text.length(); i++) {
            String part = text.substring(i * Cases.LONGEST_TEXT, Math.min(text.length(), (i + 1) * Cases.LONGEST_TEXT));
            taken &= part.isBlank() || appeals.say(appeal, part) instanceof Handling.Done;
        }
        return taken;
    }

    private Became add(long id, Letter letter, Appeal appeal) {
        String own = letter.own();
        Case now = appeals.record(appeal).now();
        if (!now.open() || !own.isBlank() && !remarks(appeal, own)) {
            letters.became(id, Became.CLOSED, appeal.id());
            letters.answer(id, words.closedSubject(appeal), words.closed(appeal), clock.instant());
            return Became.CLOSED;
        }
        if (own.isBlank() && letter.enclosed().isEmpty()) {
            letters.left(id, MailRecord.Why.EMPTY);
            return Became.REFUSED; // nothing was said: nobody is told that it was added
        }
        letters.became(id, Became.ADDED, appeal.id());
        List<LetterWords.Refused> refused = keep(appeal, letter);
        letters.answer(id, words.addedSubject(appeal), words.added(appeal, refused), clock.instant());
        return Became.ADDED;
    }

    private List<LetterWords.Refused> keep(Appeal appeal, Letter letter) {
        List<LetterWords.Refused> refused = new ArrayList<>();
        for (Letter.Enclosed each : letter.enclosed()) {
            Keeping keeping = each.tooLarge() ? Keeping.TOO_LARGE : files.keep(appeal, each.name(), each.content());
            if (keeping != Keeping.KEPT) {
                refused.add(new LetterWords.Refused(each.name(), keeping));
            }
        }
        return refused;
    }
}
