package org.rongyi.city.appeals;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.appeals.Appeal.Reporter;
import org.rongyi.city.appeals.AppealCatalogue.Leaf;
import org.rongyi.city.appeals.AppealCatalogue.Type;
import org.rongyi.city.appeals.AppealTable.Sorted;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.calendar.CalendarYearMissing;
import org.rongyi.city.calendar.WorkingCalendar;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.cases.Case;
import org.rongyi.city.cases.CaseSaved;
import org.rongyi.city.cases.Cases;
import org.rongyi.city.cases.NewCase;
import org.rongyi.city.cases.Opening;
import org.rongyi.city.enterprises.Enterprise;
import org.rongyi.city.enterprises.Enterprises;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;

/// Takes in what somebody brings up: category, department, date, number and code, in the caller's
/// transaction.
@Component
class Intake {
    static final Actor HOUSE = Actor.house("appeals");

    private static final Pattern END = Pattern.compile("[。！？!?；;\\n]");
    private static final int LONGEST_TITLE = 40;
    /// Signs that nobody takes for another.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AppealTable appeals;
    private final AppealCatalogue catalogue;
    private final AppealKind kind;
    private final Routing routing;
    private final Advisor advisor;
    private final Cases cases;
    private final Areas areas;
    private final Enterprises enterprises;
    private final People people;
    private final CityWords city;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Intake(
            AppealTable appeals,
            AppealCatalogue catalogue,
            AppealKind kind,
            Advisor advisor,
            Cases cases,
            Areas areas,
            Enterprises enterprises,
            People people,
            CityWords city,
            WorkingCalendar calendar,
            Clock clock) {
        this.appeals = appeals;
        this.catalogue = catalogue;
        this.kind = kind;
        this.routing = new Routing(catalogue);
        this.advisor = advisor;
        this.cases = cases;
        this.areas = areas;
        this.enterprises = enterprises;
        this.people = people;
        this.city = city;
        this.calendar = calendar;
        this.clock = clock;
    }

    Routing routing() {
        return routing;
    }

    Appeal accept(NewAppeal what) {
        AreaCode area = what.area() == null
                ? areas.recognise(what.place()).map(Area::code).orElse(null)
                : what.area();
        Leaf chosen = catalogue.leaf(what.category()).orElse(null);
        Routing.Advice advice = chosen == null ? advisor.advise(what.words()) : new Routing.Advice(chosen, 1, true);
        Leaf leaf = advice.leaf();
        Type type = routing.type(what.words(), leaf);
        String unit = leaf == null || !advice.sure() || what.insists()
                ? catalogue.desk()
                : unit(leaf, area, what.reporter().firm());
        // Whoever writes for a firm is spoken to within hours.
        int contact = what.reporter().firm() == null ? 0 : catalogue.contactMinutes(what.words(), leaf, area);
        NewCase promised = opening(what, title(what.words()), unit).promising(AppealCourse.REPLY_CLOCK, days(type));
        NewCase opening = contact == 0 ? promised : promised.promisingMinutes(AppealCourse.CONTACT_CLOCK, contact);
        boolean straight = !unit.equals(catalogue.desk());
        AtomicReference<CaseSaved> saved = new AtomicReference<>();
        Case file = ScopedValue.where(AppealCourse.OPENING, saved)
                .call(() -> opened(cases.open(straight ? opening.moving("dispatch") : waiting(opening), HOUSE)));
        Sorted sorted = new Sorted(
                leaf == null ? null : leaf.code(),
                type.id(),
                chosen == null && leaf != null ? advice.confidence() : null,
                chosen == null ? null : what.reporter().account(),
                area,
                contact);
        return appeals.insert(what, file.title(), code(), sorted, saved.get(), file.number(city.zone()));
    }

    /// What waits at the desk has a date, too.
    private NewCase waiting(NewCase opening) {
        return kind.desk() == 0 ? opening : opening.promising(AppealCourse.DESK_CLOCK, kind.desk());
    }

    /// A week of holidays makes the working days fewer that lie within the days of the law.
    private int days(Type type) {
        if (type.calendarDays() == 0) {
            return type.workingDays();
        }
        LocalDate today = city.today(clock);
        return Math.max(1, Math.min(type.workingDays(), within(today, today.plusDays(type.calendarDays()))));
    }

    /// In a year without a table every weekday counts: whoever is owed waits for no notice of a calendar.
    private int within(LocalDate today, LocalDate last) {
        try {
            return calendar.between(today, last);
        } catch (CalendarYearMissing noTableYet) {
            int days = 0;
            while (!calendar.provisional(today, days + 1).isAfter(last)) {
                days++;
            }
            return days;
        }
    }

    private NewCase opening(NewAppeal what, String title, String unit) {
        Reporter reporter = what.reporter();
        CreditCode firm = reporter.firm();
        NewCase plain =
                NewCase.of(AppealCourse.KIND, title, applicant(reporter), unit).about("appeal/" + what.key());
        if (reporter.confidential()) {
            return plain;
        }
        String account = reporter.account();
        return firm != null ? plain.forFirm(firm) : account != null ? plain.forPerson(account) : plain;
    }

    /// As everybody reads it who has the case: never how to reach somebody.
    private String applicant(Reporter reporter) {
        if (reporter.confidential()) {
            return RecordedWords.SECRET;
        }
        CreditCode firm = reporter.firm();
        return Optional.ofNullable(firm)
                .flatMap(enterprises::find)
                .map(Enterprise::name)
                .orElse(RecordedWords.SOMEBODY);
    }

    private static Case opened(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> opened.opened();
            case Opening.PromisesTooMuch tooMuch ->
                throw new IllegalStateException("the kind of appeals allows less time than its types: " + tooMuch);
            case Opening.NoSuchColleague nobody -> throw new IllegalStateException("nobody was named: " + nobody);
        };
    }

    /// A department in which nobody works gets nothing: the seats look at it.
    String unit(Leaf leaf, @Nullable AreaCode area, @Nullable CreditCode firm) {
        String industry = Optional.ofNullable(firm)
                .flatMap(enterprises::find)
                .map(Enterprise::industryCode)
                .orElse(null);
        String unit = routing.unit(leaf, area == null ? null : area.value(), industry);
        return people.holding(Role.OFFICER, unit).isEmpty() ? catalogue.desk() : unit;
    }

    /// The first sentence, or its beginning.
    static String title(String words) {
        String first = END.split(words.strip(), 2)[0].strip();
        String title = first.isEmpty() ? words.strip() : first;
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
