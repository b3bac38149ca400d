package org.rongyi.city.appeals.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal;
import org.rongyi.city.appeals.Appeal.Channel;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.Appeals;
import org.rongyi.city.appeals.Appeals.Answer;
import org.rongyi.city.appeals.NewAppeal;
import org.rongyi.city.appeals.Receiving;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.Step;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.PastTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Appeals of a demo, out of the city's `appeals/demo.csv`, when none is there: each lived through the doors at the
/// days that
/// the file names, counted back from today, so that leaders and the board have something to show. Every one says that
/// it is
/// invented. In the background: the city is open already.
@Component
class DemoAppeals {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAppeals.class);
    private static final String FILE = "appeals/demo.csv";
    private static final int COLUMNS = 7;
    private static final int MORNING = 9;
    private static final String MARK = "（演示）";
    /// Of the first one: that is the title.
    private static final String END_OF_SENTENCE = "(?=[。！？!?；;])|$";

    private final CityFolder folder;
    private final Appeals appeals;
    private final Cases cases;
    private final People people;
    private final CityWords city;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean wanted;

    DemoAppeals(
            CityFolder folder,
            Appeals appeals,
            Cases cases,
            People people,
            CityWords city,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${rongyi.demo.size:0}") long size,
            @Value("${rongyi.demo.appeals:true}") boolean appealsToo,
            @Value("${rongyi.command:}") String command) {
        this.folder = folder;
        this.appeals = appeals;
        this.cases = cases;
        this.people = people;
        this.city = city;
        this.database = database;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = size > 0 && appealsToo && command.isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Path file = folder.resolve(FILE);
        if (wanted && Files.exists(file)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("demo-appeals")
                    .priority(Thread.MIN_PRIORITY)
                    .uncaughtExceptionHandler((_, failed) -> LOG.warn("The demo has no appeals", failed))
                    .start(() -> fill(file));
        }
    }

    private void fill(Path file) {
        boolean some = database.sql("select exists (select from appeals.appeal)")
                .query(Boolean.class)
                .single();
        if (!some) {
            int lived = live(file);
            LOG.debug("{} invented appeals", lived);
        }
    }

    /// @return how many
    int live(Path file) {
        List<Line> lines = read(file);
        lines.forEach(line -> transaction.executeWithoutResult(_ -> live(line)));
        return lines.size();
    }

    /// @param number so that each is brought up by somebody else
    /// @param course what happened, each with the days after it was brought up: `sign:0 contact:0 reply:2 good:3`
    private record Line(
            int number,
            int daysAgo,
            String channel,
            String firm,
            String category,
            String place,
            String words,
            String course) {}

    private static List<Line> read(Path file) {
        try {
            List<Line> lines = new ArrayList<>();
            for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] cells = text.split(",", -1);
                if (cells.length == COLUMNS && cells[0].matches("\\d+")) {
                    lines.add(new Line(
                            lines.size() + 1,
                            Integer.parseInt(cells[0]),
                            cells[1],
                            cells[2],
                            cells[3],
                            cells[4],
                            cells[5],
                            cells[6]));
                }
            }
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Instant day(Line line, int after, int hour) {
        LocalDate day = city.dayOf(clock.instant()).minusDays(line.daysAgo).plusDays(after);
        return day.atTime(MORNING + hour, 10).atZone(city.zone()).toInstant();
    }

    /// In one transaction: no alarm rings between two of its days.
    private void live(Line line) {
        Instant begins = day(line, 0, 0);
        Instant now = clock.instant();
        if (begins.isAfter(now)) {
            begins = now.minus(Duration.ofMinutes(1));
        }
        List<Appeal> brought = new ArrayList<>();
        PastTime.at(begins, () -> bring(line).ifPresent(brought::add));
        for (Appeal appeal : brought) {
            course(appeal, line, now);
        }
    }

    private void course(Appeal appeal, Line line, Instant now) {
        int hour = 1;
        for (String step : line.course.isBlank() ? new String[0] : line.course.split(" ")) {
            String[] parts = step.split(":");
            Instant at = day(line, Integer.parseInt(parts[1]), hour++);
            if (at.isAfter(now)) {
                return;
            }
            PastTime.at(at, () -> act(appeal, parts[0]));
        }
    }

    private Optional<Appeal> bring(Line line) {
        String words = line.words.replaceFirst(END_OF_SENTENCE, MARK);
        CreditCode firm = line.firm.isBlank() ? null : new CreditCode(line.firm);
        NewAppeal what = new NewAppeal(
                UUID.nameUUIDFromBytes(line.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                Channel.valueOf(line.channel),
                words,
                line.place,
                null,
                new Reporter("来信人 " + line.number + MARK, firm, null, false),
                line.category.isBlank() ? null : line.category,
                false);
        return appeals.receive(what) instanceof Receiving.Accepted(Appeal appeal, boolean _)
                ? Optional.of(appeal)
                : Optional.empty();
    }

    private void act(Appeal appeal, String what) {
        Case now = appeals.record(appeal).now();
        switch (what) {
            case "good" -> appeals.answer(appeal, new Answer(true, true, ""));
            case "bad" -> appeals.answer(appeal, new Answer(false, false, "还是没有人来"));
            case "dispute" -> officer(now).ifPresent(who -> cases.dispute(step(now, who, "不是本部门的职责")));
            default -> officer(now).ifPresent(who -> cases.fire(step(now, who, said(what)), event(what)));
        }
    }

    private static Step step(Case now, Acting who, String words) {
        return Step.of(now.id(), Actor.of(who)).because(words);
    }

    private static String event(String what) {
        return what.equals("sign") ? "signIn" : what;
    }

    private static String said(String what) {
        return switch (what) {
            case "contact" -> "已打电话问清情况" + MARK;
            case "reply" -> "已经办好，请您核对" + MARK;
            default -> "";
        };
    }

    /// Whoever has it, or somebody of the department.
    private Optional<Acting> officer(Case now) {
        @Nullable String handler = now.handler();
        return people.holding(Role.OFFICER, now.unit()).stream()
                .filter(person -> handler == null || person.account().equals(handler))
                .findFirst()
                .map(person -> new Acting(person, null));
    }
}
