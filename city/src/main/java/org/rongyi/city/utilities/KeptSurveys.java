package org.rongyi.city.utilities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate.Purpose;
import org.rongyi.city.identity.Role;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.utilities.Connection.Attendance;
import org.rongyi.city.utilities.Connection.Visit;
import org.rongyi.city.utilities.Connection.VisitState;
import org.rongyi.city.utilities.ConnectionTable.Head;
import org.rongyi.city.utilities.SurveyRecord.Content;
import org.rongyi.city.utilities.UtilityBook.Crew;
import org.rongyi.city.utilities.UtilityBook.Measure;
import org.rongyi.city.utilities.VisitTable.Booked;
import org.rongyi.city.vocabulary.PaperFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class KeptSurveys implements Surveys {
    private static final int MOST_DIGITS = 12;

    private final VisitTable visits;
    private final ConnectionTable table;
    private final ConnectionReader connections;
    private final RecordTable records;
    private final RecordReader reader;
    private final ConnectionCourse course;
    private final Exchanges exchanges;
    private final UtilityBook book;
    private final CityWords city;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptSurveys(
            VisitTable visits,
            ConnectionTable table,
            ConnectionReader connections,
            RecordTable records,
            RecordReader reader,
            ConnectionCourse course,
            Exchanges exchanges,
            UtilityBook book,
            CityWords city,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.visits = visits;
        this.table = table;
        this.connections = connections;
        this.records = records;
        this.reader = reader;
        this.course = course;
        this.exchanges = exchanges;
        this.book = book;
        this.city = city;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A visit, locked through its application, and the place of the surveyor's crew in it.
    private record Own(Head head, Visit visit, Attendance crew) {
        boolean open() {
            return visit.state() == VisitState.BOOKED;
        }
    }

    private List<String> crews(Acting surveyor) {
        return surveyor.has(Role.OFFICER)
                ? book.crews().stream()
                        .filter(crew -> crew.accounts().contains(surveyor.account()))
                        .map(Crew::id)
                        .toList()
                : List.of();
    }

    private Optional<Own> own(long id, Acting surveyor, boolean lock) {
        List<String> mine = crews(surveyor);
        Visit unlocked = visits.find(id).orElse(null);
        if (mine.isEmpty() || unlocked == null) {
            return Optional.empty();
        }
        Head head = (lock ? table.lock(unlocked.connection()) : table.find(unlocked.connection())).orElseThrow();
        Visit visit = visits.find(id).orElseThrow();
        return visit.crews().stream()
                .filter(crew -> mine.contains(crew.crew()))
                .findFirst()
                .map(crew -> new Own(head, visit, crew));
    }

    private Job job(Own own) {
        return new Job(
                connections.of(own.head()),
                reader.of(own.visit(), own.head().address()),
                own.crew().utility());
    }

    @Override
    public List<Call> calls(Acting surveyor, int offset, int limit) {
        List<String> mine = crews(surveyor);
        return mine.isEmpty() ? List.of() : visits.calls(mine, today(), offset, limit);
    }

    @Override
    public long callCount(Acting surveyor) {
        List<String> mine = crews(surveyor);
        return mine.isEmpty() ? 0 : visits.countCalls(mine);
    }

    private Instant today() {
        return city.today(clock).atStartOfDay(city.zone()).toInstant();
    }

    @Override
    @Transactional
    public Optional<Job> job(long visit, Acting surveyor) {
        Optional<Own> own = own(visit, surveyor, false);
        own.ifPresent(found -> table.looked(found.head().id(), surveyor, clock.instant()));
        return own.map(this::job);
    }

    @Override
    @Transactional
    public Saving save(long visit, UUID key, Map<String, String> values, Acting surveyor) {
        Own own = own(visit, surveyor, true).orElse(null);
        if (own == null || !own.open()) {
            return new Saving.Closed();
        }
        Map<String, Measure> fields = book.fields(own.visit());
        Map<String, String> plain = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(values).forEach((field, value) -> {
            Measure measure = fields.get(field);
            String said = plain(value);
            if (measure == null || said.length() > SurveyRecord.LONGEST_VALUE || measure.number() && !number(said)) {
                wrong.add(field);
            } else {
                plain.put(field, said);
            }
        });
        if (!wrong.isEmpty()) {
            return new Saving.Wrong(wrong);
        }
        if (records.arrived(key, visit, surveyor.account(), clock.instant())) {
            plain.forEach((field, value) -> records.write(visit, field, value, surveyor.account(), clock.instant()));
        }
        return new Saving.Saved(reader.of(own.visit(), own.head().address()));
    }

    /// What is signed has one line a value.
    private static String plain(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean number(String said) {
        if (said.isEmpty()) {
            return true;
        }
        return said.length() <= MOST_DIGITS && said.matches("\\d+(\\.\\d+)?") && new BigDecimal(said).signum() >= 0;
    }

    @Override
    @Transactional
    public Keeping photo(long visit, byte[] content, Acting surveyor) {
        if (content.length == 0) {
            return Keeping.EMPTY;
        }
        if (content.length > LARGEST_PHOTO) {
            return Keeping.TOO_LARGE;
        }
        PaperFile file = PaperFile.of(content);
        // Some phones write more behind the end of a picture: that it does not end there is no fault.
        if (file == null || file.type().equals(PaperFile.PDF)) {
            return Keeping.NO_PICTURE;
        }
        Own own = own(visit, surveyor, true).orElse(null);
        if (own == null || !own.open()) {
            return Keeping.CLOSED;
        }
        String sha256 = RecordReader.hash(content);
        var kept = records.photos(visit);
        if (kept.size() >= MOST_PHOTOS
                && kept.stream().noneMatch(photo -> photo.sha256().equals(sha256))) {
            return Keeping.TOO_MANY;
        }
        records.keep(visit, file.type(), content, sha256, surveyor, clock.instant());
        return Keeping.KEPT;
    }

    @Override
    @Transactional
    public Optional<SurveyRecord> record(long visit, Acting who) {
        return visits.find(visit)
                .filter(found -> reads(found, who))
                .map(found -> reader.of(
                        found, table.find(found.connection()).orElseThrow().address()));
    }

    @Override
    @Transactional
    public Optional<Content> photo(long visit, long photo, Acting who) {
        Visit found = visits.find(visit).orElse(null);
        return found != null && reads(found, who) ? records.photo(visit, photo) : Optional.empty();
    }

    /// Whoever reads it for an operator or an authority leaves a look behind, whatever it is that is read.
    private boolean reads(Visit visit, Acting who) {
        Head head = table.find(visit.connection()).orElseThrow();
        if (who.may(Purpose.VIEW) && who.firmFor(Purpose.VIEW).equals(head.firm())) {
            return true;
        }
        boolean concerned =
                who.has(Role.OFFICER) && table.concerns(head.id(), who.person().department());
        if (concerned) {
            table.looked(head.id(), who, clock.instant());
        }
        return concerned;
    }

    @Override
    @Transactional
    public boolean absent(long visit, String utility, String reason, Acting surveyor) {
        Own own = own(visit, surveyor, true).orElse(null);
        boolean itself = own != null && own.crew().utility().equals(utility);
        boolean waitedFor = own != null && !clock.instant().isBefore(own.visit().startsAt());
        if (own == null || !own.open() || itself && !reason.isBlank() || !waitedFor && !reason.isBlank()) {
            return false;
        }
        boolean signed = own.visit().of(utility).map(Attendance::signed).isPresent();
        if (signed && !reason.isBlank()) {
            return false;
        }
        String said = plain(reason);
        Optional<Booked> booked = visits.booked(visit).stream()
                .filter(each -> each.utility().equals(utility))
                .findFirst();
        booked.ifPresent(each ->
                visits.absent(each.id(), said.substring(0, Math.min(said.length(), SurveyRecord.LONGEST_VALUE))));
        return booked.isPresent();
    }

    private boolean tooEarly(Visit visit) {
        return city.today(clock).isBefore(city.dayOf(visit.startsAt()));
    }

    /// Where it cannot be closed, nothing of it is signed either.
    @Override
    public Signing sign(long visit, String hash, Acting surveyor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Signing signing = signed(visit, hash, surveyor);
            if (signing instanceof Signing.Changed) {
                status.setRollbackOnly();
            }
            return signing;
        }));
    }

    private Signing signed(long visit, String hash, Acting surveyor) {
        Own own = own(visit, surveyor, true).orElse(null);
        if (own == null || !own.open()) {
            boolean before = own != null && hash.equals(own.visit().hash()) && counts(own.crew(), hash);
            return before ? new Signing.Signed(true) : new Signing.Closed();
        }
        if (tooEarly(own.visit())) {
            return new Signing.TooEarly();
        }
        SurveyRecord record = reader.of(own.visit(), own.head().address());
        if (!record.missing().isEmpty()) {
            return new Signing.Missing(record.missing());
        }
        if (!record.hash().equals(hash) || !own.crew().absent().isEmpty()) {
            return new Signing.Changed();
        }
        List<Booked> booked = visits.booked(visit);
        if (!counts(own.crew(), hash)) {
            booked.stream()
                    .filter(each -> each.crew().equals(own.crew().crew()))
                    .forEach(each -> visits.sign(
                            each.id(), surveyor.account(), surveyor.person().name(), hash, clock.instant()));
        }
        Visit after = visits.find(visit).orElseThrow();
        boolean all = after.crews().stream().allMatch(crew -> !crew.absent().isEmpty() || counts(crew, hash));
        if (!all) {
            return new Signing.Signed(false);
        }
        return close(own.head(), after, booked, hash) ? new Signing.Signed(true) : new Signing.Changed();
    }

    /// A signature over another version of the record is none over this one.
    private static boolean counts(Attendance crew, String hash) {
        Connection.@Nullable Signature signed = crew.signed();
        return signed != null && signed.hash().equals(hash);
    }

    /// Who was there goes on with the record; who was not has to come another time, and that is another visit.
    ///
    /// @return false where one of them was refused or withdrawn at this moment: then nothing of it may stay
    private boolean close(Head head, Visit visit, List<Booked> booked, String hash) {
        visits.close(visit.id(), hash, clock.instant());
        Map<Long, Long> cases = new TreeMap<>();
        table.requests(head.id()).forEach(request -> cases.put(request.id(), request.caseId()));
        for (Booked each : booked) {
            long caseId = Objects.requireNonNull(cases.get(each.request()));
            boolean moved = each.absent().isEmpty()
                    ? course.surveyed(caseId, "踏勘记录 " + visit.id() + "，" + hash)
                    : course.fire(caseId, "miss", each.absent());
            if (!moved) {
                return false;
            }
            if (each.absent().isEmpty()) {
                exchanges.surveyed(each.request(), each.utility(), visit.id());
            }
        }
        return true;
    }
}
