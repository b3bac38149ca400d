package org.rongyi.city.filings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.documents.Licence;
import org.rongyi.city.documents.Licences;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.ui.EnglishNames;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptCalendar implements FilingCalendar {
    private static final int FEED_DAYS_BACK = 31;
    private static final int FEED_MONTHS_AHEAD = 12;
    private static final int LONGEST_SHIFT_MONTHS = 1;
    private static final Words END = new Words("证照到期：", "Runs out: ");
    private static final Words RENEWAL = new Words("申请延续：", "Apply for renewal: ");

    private final FilingRule.Book book;
    private final DueDays days;
    private final Portraits portraits;
    private final Licences licences;
    private final Mandates mandates;
    private final FirmNames names;
    private final FeedTable feeds;
    private final CityWords city;
    private final EnglishNames english;
    private final Clock clock;

    KeptCalendar(
            FilingRule.Book book,
            WorkingCalendar calendar,
            Portraits portraits,
            Licences licences,
            Mandates mandates,
            FirmNames names,
            FeedTable feeds,
            CityWords city,
            EnglishNames english,
            Clock clock) {
        this.book = book;
        this.days = new DueDays(calendar);
        this.portraits = portraits;
        this.licences = licences;
        this.mandates = mandates;
        this.names = names;
        this.feeds = feeds;
        this.city = city;
        this.english = english;
        this.clock = clock;
    }

    private Portrait portrait(CreditCode firm) {
        return portraits.current(firm).orElseGet(() -> new Portrait(firm, city.today(clock), Map.of()));
    }

    @Override
    public List<Due> between(CreditCode firm, LocalDate from, LocalDate until) {
        return between(portrait(firm), from, until);
    }

    @Override
    public List<Due> between(Portrait portrait, LocalDate from, LocalDate until) {
        List<Due> all = new ArrayList<>();
        Concerned concerned = new Concerned(portrait, portraits);
        for (FilingRule rule : book.rules()) {
            all.addAll(dues(rule, concerned, from, until));
        }
        licences.of(portrait.firm()).stream()
                .filter(licence -> licence.on(city.today(clock)) == Licence.State.VALID)
                .flatMap(this::renewal)
                .forEach(all::add);
        return all.stream()
                .filter(due -> !due.day().isBefore(from) && !due.day().isAfter(until))
                .sorted(Comparator.comparing(Due::day).thenComparing(Due::id))
                .toList();
    }

    /// Of the periods whose last day may lie between the days.
    private List<Due> dues(FilingRule rule, Concerned concerned, LocalDate from, LocalDate until) {
        List<Due> dues = new ArrayList<>();
        YearMonth last = YearMonth.from(until).minusMonths(rule.months());
        for (YearMonth month = YearMonth.from(from).minusMonths(rule.months() + LONGEST_SHIFT_MONTHS);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            if (rule.every().endsWith(month)) {
                LocalDate nominal = rule.nominal(month);
                Optional<LocalDate> moved = days.day(nominal, rule.shift());
                LocalDate day = moved.orElse(nominal);
                if (!day.isBefore(from) && !day.isAfter(until) && concerned.by(rule, month)) {
                    dues.add(due(rule, month, day, moved.isPresent()));
                }
            }
        }
        return dues;
    }

    private static Due due(FilingRule rule, YearMonth last, LocalDate day, boolean settled) {
        return new Due(
                rule.id() + "/" + rule.every().id(last),
                rule.name(),
                rule.who(),
                rule.every().words(last),
                day,
                rule.nominal(last),
                settled,
                rule.basis(),
                rule.verify());
    }

    /// The law counts calendar days here: so many before the licence runs out. The day on which it does stands there
    /// too, for whoever missed the first.
    private Stream<Due> renewal(Licence licence) {
        LocalDate until = licence.validUntil();
        if (until == null) {
            return Stream.empty();
        }
        String id = "licence/" + licence.document();
        Words period = new Words(until + " 到期", "valid until " + until);
        return Stream.of(
                date(id, RENEWAL, licence, period, until.minusDays(book.licenceDays()), book.licenceBasis()),
                date(id + "/end", END, licence, period, until, "证照上写明的有效期"));
    }

    private Due date(String id, Words what, Licence licence, Words period, LocalDate day, String basis) {
        Words name = new Words(
                what.zh() + licence.name().zh(), what.en() + licence.name().en());
        return new Due(id, name, english.words(licence.unit()), period, day, day, true, basis, Words.same(""));
    }

    @Override
    public List<String> missing(CreditCode firm) {
        Portrait portrait = portrait(firm);
        Set<String> missing = new TreeSet<>();
        for (FilingRule rule : book.rules()) {
            if (Concerned.outcome(rule, portrait) instanceof Outcome.Unknown unknown) {
                missing.addAll(unknown.missing());
            }
        }
        return List.copyOf(missing);
    }

    private static FeedTable.Whose whose(Acting by) {
        return new FeedTable.Whose(by.firmFor(Mandate.Purpose.VIEW), by.account());
    }

    @Override
    public boolean hasAddress(Acting by) {
        return feeds.has(whose(by));
    }

    @Override
    @Transactional
    public String makeAddress(Acting by) {
        return feeds.make(whose(by));
    }

    @Override
    @Transactional
    public void endAddress(Acting by) {
        feeds.end(whose(by));
    }

    @Override
    public Optional<String> feed(String secret) {
        LocalDate today = city.today(clock);
        return feeds.of(secret).filter(whose -> maySee(whose, today)).map(whose -> written(whose.firm(), today));
    }

    boolean maySee(FeedTable.Whose whose, LocalDate today) {
        return mandates.permitting(whose.account(), whose.firm(), Mandate.Purpose.VIEW, today)
                .isPresent();
    }

    private String written(CreditCode firm, LocalDate today) {
        String name = names.nameOf(firm).orElse(firm.value());
        ICalendar calendar = new ICalendar(name + "：报税和到期", clock.instant());
        between(firm, today.minusDays(FEED_DAYS_BACK), today.plusMonths(FEED_MONTHS_AHEAD))
                .forEach(due -> calendar.day(
                        due.id() + "@" + firm,
                        due.day(),
                        due.name().zh() + "（" + due.period().zh() + "）",
                        text(due)));
        return calendar.end();
    }

    private static String text(Due due) {
        return due.who().zh() + "\n依据：" + due.basis()
                + (due.settled() ? "" : "\n那一年的放假安排还没有公布，日期可能顺延。")
                + (due.verify().zh().isEmpty() ? "" : "\n待核实（" + due.verify().zh() + "），以主管部门的通知为准。");
    }

    @Override
    public int daysBefore(Acting by) {
        return feeds.days(whose(by));
    }

    @Override
    @Transactional
    public void remind(Acting by, int daysBefore) {
        if (daysBefore < 0 || daysBefore > MOST_DAYS_BEFORE) {
            throw new IllegalArgumentException("days before (" + daysBefore + ") are 0 to " + MOST_DAYS_BEFORE);
        }
        feeds.remind(whose(by), daysBefore);
    }
}
