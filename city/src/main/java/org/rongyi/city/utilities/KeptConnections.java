package org.rongyi.city.utilities;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.cases.Actor;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.enterprises.Portrait;
import org.rongyi.city.enterprises.Portraits;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.FirmNames;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.Plan;
import org.rongyi.city.utilities.Connection.State;
import org.rongyi.city.utilities.ConnectionTable.Bare;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptConnections implements Connections {
    private static final Set<State> AFTER_THE_CHOICE =
            Set.of(State.PLAN_ACCEPTED, State.WORKS, State.ACCEPTED, State.SUPPLIED);

    private final ConnectionTable table;
    private final ConnectionLists lists;
    private final ConnectionReader reader;
    private final ConnectionCourse course;
    private final SurveyBooking booking;
    private final CrewWatch crews;
    private final PlanTable plans;
    private final UtilityBook book;
    private final FirmNames firms;
    private final Portraits portraits;
    private final Elements elements;
    private final Areas areas;
    private final CityWords city;
    private final Clock clock;

    KeptConnections(
            ConnectionTable table,
            ConnectionLists lists,
            ConnectionReader reader,
            ConnectionCourse course,
            SurveyBooking booking,
            CrewWatch crews,
            PlanTable plans,
            UtilityBook book,
            FirmNames firms,
            Portraits portraits,
            Elements elements,
            Areas areas,
            CityWords city,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.reader = reader;
        this.course = course;
        this.booking = booking;
        this.crews = crews;
        this.plans = plans;
        this.book = book;
        this.firms = firms;
        this.portraits = portraits;
        this.elements = elements;
        this.areas = areas;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Known known(Acting firm) {
        CreditCode code = firm.firmFor(Purpose.APPLY);
        Portrait portrait = portraits.current(code).orElse(null);
        Map<String, Object> wanted = new HashMap<>();
        table.last(code)
                .ifPresent(last ->
                        table.requests(last.id()).forEach(request -> wanted.putAll(table.wanted(request.id()))));
        String address = said(portrait, "registeredAddress", firm);
        String area = said(portrait, "operatingAreaCode", firm);
        return new Known(
                address,
                area.isEmpty()
                        ? areas.recognise(address)
                                .map(Area::code)
                                .map(AreaCode::value)
                                .orElse("")
                        : area,
                said(portrait, "contactPhone", firm),
                wanted);
    }

    private String said(@Nullable Portrait portrait, String element, Acting reader) {
        if (portrait == null
                || elements.find(element)
                        .filter(each -> Portraits.shows(reader, each))
                        .isEmpty()) {
            return "";
        }
        return portrait.fact(element).map(fact -> fact.value().toString()).orElse("");
    }

    @Override
    @Transactional
    public Applying apply(NewConnection what, Acting firm) {
        CreditCode code = firm.firmFor(Purpose.APPLY);
        check(what);
        Instant now = clock.instant();
        String name = firms.nameOf(code).orElse(code.value());
        // Whoever acts for two firms and sends the form of one for the other hands in two applications.
        UUID key = UUID.nameUUIDFromBytes((code.value() + what.key()).getBytes(StandardCharsets.UTF_8));
        Optional<Long> added = table.add(what, key, code, name, firm.account(), now);
        Head head = (added.isPresent() ? table.find(added.get()) : table.byKey(key)).orElseThrow();
        if (added.isEmpty()) {
            Connection before = reader.of(head);
            return says(what, before) ? new Applying.Applied(before) : new Applying.SaidOtherwise(before);
        }
        for (UtilityBook.Utility utility : book.utilities()) {
            Map<String, Object> wanted = what.wanted().get(utility.id());
            if (wanted != null) {
                long request = table.request(head.id(), utility, course.open(head, utility), now);
                wanted.forEach((element, value) -> table.answer(request, element, value));
            }
        }
        table.requests(head.id()).forEach(request -> crews.look(head, request));
        return new Applying.Applied(reader.of(head));
    }

    /// Whether the form says what was handed in under its key.
    private static boolean says(NewConnection what, Connection before) {
        Map<String, Map<String, String>> asked = new HashMap<>();
        what.wanted().forEach((utility, wanted) -> asked.put(utility, texts(wanted)));
        Map<String, Map<String, String>> had = new HashMap<>();
        before.requests().forEach(request -> had.put(request.utility(), texts(request.wanted())));
        return asked.equals(had)
                && what.address().equals(before.address())
                && what.area().equals(before.area())
                && what.contact().equals(before.contact())
                && what.phone().equals(before.phone())
                && Objects.equals(what.wantedOn(), before.wantedOn());
    }

    private static Map<String, String> texts(Map<String, Object> wanted) {
        Map<String, String> texts = new HashMap<>();
        wanted.forEach((element, value) -> texts.put(element, Answers.text(value)));
        return texts;
    }

    private void check(NewConnection what) {
        if (what.wanted().isEmpty()
                || what.address().isBlank()
                || what.contact().isBlank()) {
            throw new IllegalArgumentException("an application at (" + what.address() + ") by (" + what.contact()
                    + ") for (" + what.wanted().keySet() + ")\nMaybe name all three.");
        }
        if (what.address().length() > NewConnection.LONGEST_ADDRESS
                || what.contact().length() > NewConnection.LONGEST_CONTACT
                || what.phone().length() > NewConnection.LONGEST_PHONE) {
            throw new IllegalArgumentException("address, contact or phone is longer than "
                    + NewConnection.LONGEST_ADDRESS + ", " + NewConnection.LONGEST_CONTACT + ", "
                    + NewConnection.LONGEST_PHONE);
        }
        what.wanted().forEach((utility, wanted) -> {
            List<String> asks =
                    book.utility(utility).map(UtilityBook.Utility::asks).orElse(null);
            if (asks == null || !asks.containsAll(wanted.keySet())) {
                throw new IllegalArgumentException(
                        "(" + utility + ") does not ask for (" + wanted.keySet() + ")\nMaybe one of utilities.yaml.");
            }
        });
    }

    @Override
    public List<Connection.Brief> of(Acting firm, int offset, int limit) {
        return lists.of(firm.firmFor(Purpose.VIEW), offset, limit);
    }

    @Override
    public long count(Acting firm) {
        return lists.count(firm.firmFor(Purpose.VIEW));
    }

    @Override
    public Optional<Connection> find(long id, Acting firm) {
        CreditCode code = firm.firmFor(Purpose.VIEW);
        return table.find(id)
                .filter(head -> head.firm().equals(code))
                .map(head -> reader.of(firm.may(Purpose.APPLY) ? head : head.withoutPhone()));
    }

    @Override
    public List<Waiting> waiting(Acting firm) {
        return lists.waiting(
                firm.firmFor(Purpose.VIEW),
                city.today(clock).atStartOfDay(city.zone()).toInstant());
    }

    @Override
    public Proposals slots(long id, Set<String> utilities, Acting firm) {
        CreditCode code = firm.firmFor(Purpose.VIEW);
        return table.find(id)
                .filter(head -> head.firm().equals(code))
                .map(head -> booking.slots(head, utilities))
                .orElseGet(Proposals.Nothing::new);
    }

    @Override
    public Booking book(long id, Set<String> utilities, Instant start, String reason, Acting firm) {
        CreditCode code = firm.firmFor(Purpose.APPLY);
        if (table.find(id).filter(head -> head.firm().equals(code)).isEmpty()) {
            return new Booking.TooLate();
        }
        return booking.book(id, utilities, start, reason.strip(), firm.account());
    }

    @Override
    @Transactional
    public Choosing choose(long id, String utility, long plan, Acting firm) {
        Head head = own(id, firm).orElse(null);
        Bare request = head == null ? null : request(id, utility).orElse(null);
        List<Plan> offered = request == null ? List.of() : plans.plans(request.id());
        if (head == null
                || request == null
                || offered.isEmpty()
                || offered.getLast().id() != plan) {
            return new Choosing.NotNow();
        }
        Plan last = offered.getLast();
        if (request.state() != State.PLAN_OFFERED) {
            boolean twice = last.chosenAt() != null && AFTER_THE_CHOICE.contains(request.state());
            return twice ? new Choosing.Chosen() : new Choosing.NotNow();
        }
        LocalDate today = city.today(clock);
        if (last.validUntil().isBefore(today)) {
            return new Choosing.Expired(last.validUntil());
        }
        // The case first: where it was refused, or the quote ran out, at this moment, nothing was written yet.
        if (!course.chosen(head, request, last)) {
            return new Choosing.NotNow();
        }
        plans.choose(plan, firm.account(), clock.instant());
        return new Choosing.Chosen();
    }

    @Override
    @Transactional
    public boolean askAgain(long id, String utility, String reason, Acting firm) {
        return !reason.isBlank()
                && own(id, firm)
                        .flatMap(_ -> request(id, utility))
                        .filter(request -> course.fire(request.caseId(), "askAgain", reason))
                        .isPresent();
    }

    @Override
    @Transactional
    public boolean withdraw(long id, String utility, String reason, Acting firm) {
        return !reason.isBlank()
                && own(id, firm)
                        .flatMap(_ -> request(id, utility))
                        .filter(request -> course.by(Actor.of(firm), request.caseId(), "withdraw", reason))
                        .isPresent();
    }

    /// Locked.
    private Optional<Head> own(long id, Acting firm) {
        CreditCode code = firm.firmFor(Purpose.APPLY);
        return table.lock(id).filter(head -> head.firm().equals(code));
    }

    private Optional<Bare> request(long id, String utility) {
        return table.requests(id).stream()
                .filter(request -> request.utility().equals(utility))
                .findFirst();
    }

    @Override
    public List<Look> looks(long id, Acting firm) {
        CreditCode code = firm.firmFor(Purpose.VIEW);
        return table.find(id)
                .filter(head -> head.firm().equals(code))
                .map(_ -> table.looks(id, MOST_LOOKS))
                .orElse(List.of());
    }
}
