package org.rongyi.city.enterprises.registrations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.areas.Area;
import org.rongyi.city.areas.Areas;
import org.rongyi.city.enterprises.FactNote;
import org.rongyi.city.enterprises.FactReport;
import org.rongyi.city.enterprises.Filing;
import org.rongyi.city.vocabulary.AreaCode;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Amounts;
import org.rongyi.definitions.RegistrationColumn;

/// Reads one row of a registration file: what it says of the firm, and what of it cannot be taken.
final class RowReader {
    static final String SOURCE = "市监";

    private static final Set<String> NOTHING =
            Set.of("", "n/a", "na", "null", "none", "-", "--", "—", "/", "无", "暂无", "不详");
    /// Scopes of hundreds of letters are not looked up.
    private static final int LONGEST_NOTHING = 4;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Areas areas;
    private final EntityTypes types;
    private final RegistrationStates states;
    private final IndustrySuggestion industries;
    private final LocalDate asOf;
    private final String recordedBy;

    RowReader(
            Areas areas,
            EntityTypes types,
            RegistrationStates states,
            IndustrySuggestion industries,
            LocalDate asOf,
            String recordedBy) {
        this.areas = areas;
        this.types = types;
        this.states = states;
        this.industries = industries;
        this.asOf = asOf;
        this.recordedBy = recordedBy;
    }

    /// The filing, or empty when the row is refused.
    Optional<Filing> read(Cells cells, SeenCodes seen, Consumer<Problem> problems) {
        CreditCode code = code(cells, problems);
        String name = cells.text(RegistrationColumn.NAME);
        if (code == null) {
            return Optional.empty();
        }
        if (nothing(name)) {
            problems.accept(cells.refused(RegistrationColumn.NAME, "没有名称", "has no name"));
            return Optional.empty();
        }
        if (TextFile.broken(name)) {
            problems.accept(cells.refused(RegistrationColumn.NAME, "名称里有读不出的字", "the name has unreadable characters"));
            return Optional.empty();
        }
        int first = seen.firstLine(code, cells.line());
        if (first != 0) {
            problems.accept(cells.refused(
                    RegistrationColumn.CREDIT_CODE,
                    "同一代码在第 " + first + " 行已经出现",
                    "the same code already stands in line " + first));
            return Optional.empty();
        }
        Said said = new Said();
        said.fact("creditCode", code.value());
        said.fact("entityName", name);
        date(cells, said, problems);
        capital(cells, said, problems);
        String scope = scope(cells, said, problems);
        state(cells, said, problems);
        area(cells, code, said, problems);
        Said inferred = new Said();
        type(cells, code, name, said, inferred, problems);
        industries
                .suggest(name, scope)
                .ifPresent(found -> inferred.fact("industryCode", found.code(), FactNote.inferred(found.confidence())));
        List<FactReport> reports = new ArrayList<>();
        reports.add(said.report(code, SOURCE, asOf, recordedBy));
        if (!inferred.facts.isEmpty()) {
            reports.add(inferred.report(code, FactReport.INFERRED, asOf, recordedBy));
        }
        return Optional.of(new Filing(code, reports));
    }

    private static @Nullable CreditCode code(Cells cells, Consumer<Problem> problems) {
        String text = cells.text(RegistrationColumn.CREDIT_CODE).toUpperCase(Locale.ROOT);
        if (nothing(text)) {
            problems.accept(cells.refused(RegistrationColumn.CREDIT_CODE, "没有统一社会信用代码", "has no credit code"));
            return null;
        }
        Optional<CreditCode.Fault> fault = CreditCode.faultIn(text);
        if (fault.isPresent()) {
            problems.accept(cells.refused(
                    RegistrationColumn.CREDIT_CODE,
                    fault.get().zh(),
                    "the credit code " + fault.get().en()));
            return null;
        }
        return new CreditCode(text);
    }

    private void date(Cells cells, Said said, Consumer<Problem> problems) {
        String text = cells.text(RegistrationColumn.ESTABLISHED);
        if (nothing(text)) {
            return;
        }
        LocalDate day = Dates.read(text);
        if (day == null) {
            problems.accept(cells.dropped(RegistrationColumn.ESTABLISHED, "不是日期", "is no date"));
        } else if (day.isBefore(EARLIEST) || day.isAfter(asOf)) {
            problems.accept(cells.dropped(
                    RegistrationColumn.ESTABLISHED, "日期不在 1900 年到 " + asOf + " 之间", "is not between 1900 and " + asOf));
        } else {
            said.fact("establishedOn", day);
        }
    }

    private static void capital(Cells cells, Said said, Consumer<Problem> problems) {
        String text = cells.text(RegistrationColumn.CAPITAL);
        if (nothing(text)) {
            return;
        }
        switch (Amounts.read(text, cells.capitalUnit())) {
            case Amounts.Reading.Wan(BigDecimal amount) -> said.fact("registeredCapital", amount);
            case Amounts.Reading.Fault(String zh, String en) ->
                problems.accept(cells.dropped(RegistrationColumn.CAPITAL, cells.capitalAsWritten(), zh, en));
        }
    }

    private static @Nullable String scope(Cells cells, Said said, Consumer<Problem> problems) {
        String text = cells.text(RegistrationColumn.SCOPE);
        if (nothing(text)) {
            return null;
        }
        if (TextFile.broken(text)) {
            problems.accept(cells.dropped(RegistrationColumn.SCOPE, "有读不出的字", "has unreadable characters"));
            return null;
        }
        boolean cut = text.endsWith("...") || text.endsWith("…");
        if (cut) {
            said.fact("businessScope", text, FactNote.of(FactNote.Remark.CUT));
        } else {
            said.fact("businessScope", text);
        }
        return text;
    }

    private void state(Cells cells, Said said, Consumer<Problem> problems) {
        String text = cells.text(RegistrationColumn.STATE);
        if (nothing(text)) {
            return;
        }
        states.ofWords(text)
                .ifPresentOrElse(
                        state -> said.fact("registrationState", state),
                        () -> problems.accept(
                                cells.dropped(RegistrationColumn.STATE, "不认识的登记状态", "is no known state")));
    }

    private void type(Cells cells, CreditCode code, String name, Said said, Said inferred, Consumer<Problem> problems) {
        String text = cells.text(RegistrationColumn.TYPE);
        Optional<String> told = nothing(text) ? Optional.empty() : types.ofWords(text);
        if (told.isPresent()) {
            said.fact("entityType", told.get());
            return;
        }
        if (!nothing(text)) {
            problems.accept(cells.dropped(RegistrationColumn.TYPE, "不认识的主体类型", "is no known type of entity"));
        }
        types.guess(code, name)
                .ifPresent(guess -> inferred.fact("entityType", guess, FactNote.inferred(EntityTypes.BY_NAME)));
    }

    /// The district column counts first, the address makes it more exact, the credit code serves when both are silent.
    private void area(Cells cells, CreditCode code, Said said, Consumer<Problem> problems) {
        String address = cells.text(RegistrationColumn.ADDRESS);
        String district = cells.text(RegistrationColumn.DISTRICT);
        boolean hasAddress = !nothing(address);
        if (hasAddress && TextFile.broken(address)) {
            problems.accept(cells.dropped(RegistrationColumn.ADDRESS, "有读不出的字", "has unreadable characters"));
            hasAddress = false;
        }
        if (hasAddress) {
            said.fact("registeredAddress", address);
        }
        Optional<Area> read = hasAddress ? areas.recognise(address) : Optional.empty();
        Optional<Area> told = nothing(district) ? Optional.empty() : place(district);
        if (told.isPresent()) {
            Area area = read.filter(exact -> within(exact, told.get())).orElse(told.get());
            said.fact("operatingAreaCode", area.code().value());
            return;
        }
        if (!nothing(district) && !(hasAddress && address.contains(district))) {
            problems.accept(cells.dropped(RegistrationColumn.DISTRICT, "不是本市的区（市）县", "is no district of this city"));
        }
        if (read.isPresent()) {
            said.fact("operatingAreaCode", read.get().code().value(), FactNote.of(FactNote.Remark.FROM_ADDRESS));
        } else {
            place(code.registrationArea())
                    .ifPresent(area -> said.fact(
                            "operatingAreaCode", area.code().value(), FactNote.of(FactNote.Remark.FROM_CREDIT_CODE)));
        }
    }

    private boolean within(Area exact, Area district) {
        return areas.districtOf(exact.code()).equals(areas.districtOf(district.code()))
                && exact.code().value().length() >= district.code().value().length();
    }

    /// A code, a name, or one of the names and codes it had before.
    private Optional<Area> place(String text) {
        Optional<Area> byCode = AreaCode.isValid(text) ? areas.find(new AreaCode(text)) : Optional.empty();
        return byCode.isPresent() ? byCode : areas.recognise(text);
    }

    static boolean nothing(String text) {
        return text.length() <= LONGEST_NOTHING && NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /// What one source says in the row.
    private static final class Said {
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private final Map<String, FactNote> notes = new LinkedHashMap<>();

        void fact(String element, Object value) {
            facts.put(element, value);
        }

        void fact(String element, Object value, FactNote note) {
            facts.put(element, value);
            notes.put(element, note);
        }

        FactReport report(CreditCode code, String source, LocalDate asOf, String recordedBy) {
            return new FactReport(code, source, FactReport.Origin.IMPORTED, asOf, facts, notes, recordedBy);
        }
    }
}
