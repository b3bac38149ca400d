package org.rongyi.city.interactions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Letters;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Mandates;
import org.rongyi.city.identity.Role;
import org.rongyi.city.interactions.Interaction.Kind;
import org.rongyi.city.interactions.InteractionTable.Happened;
import org.rongyi.city.ui.CityWords;
import org.rongyi.city.ui.EnglishNames;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.definitions.Words;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptInteractions implements Interactions, Visits {
    private static final int LONGEST_DESPITE = 200;

    private final InteractionTable table;
    private final VisitRules rules;
    private final Mandates mandates;
    private final Letters letters;
    private final CityWords city;
    private final EnglishNames english;
    private final Clock clock;

    KeptInteractions(
            InteractionTable table,
            VisitRules rules,
            Mandates mandates,
            Letters letters,
            CityWords city,
            EnglishNames english,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.mandates = mandates;
        this.letters = letters;
        this.city = city;
        this.english = english;
        this.clock = clock;
    }

    @Override
    public VisitRules rules() {
        return rules;
    }

    @Override
    public List<Interaction> of(CreditCode firm, int offset, int limit) {
        return table.of(firm, offset, limit);
    }

    @Override
    public int count(CreditCode firm) {
        return table.count(firm);
    }

    @Override
    public List<Visit> ahead(CreditCode firm) {
        return table.ahead(firm);
    }

    private static String unit(Acting officer) {
        String unit = officer.person().department();
        if (!officer.has(Role.OFFICER) || unit.isEmpty()) {
            throw new AccessDeniedException("(" + officer.account() + ") is no officer of a department");
        }
        return unit;
    }

    @Override
    @Transactional
    public Noting note(NewVisit what, Acting officer) {
        LocalDate today = city.today(clock);
        Set<Fault> faults = faults(what, today.minusYears(1), today);
        unit(officer);
        if (!faults.isEmpty()) {
            return new Noting.Refused(faults);
        }
        table.append(happened(what, officer, "noted/" + UUID.randomUUID()), clock.instant());
        return new Noting.Noted();
    }

    private static Happened happened(NewVisit what, Acting officer, String source) {
        return new Happened(
                what.firm(),
                Objects.requireNonNull(what.kind()),
                Objects.requireNonNull(what.day()),
                unit(officer),
                officer.account(),
                officer.person().name(),
                what.words().strip(),
                what.trigger().isEmpty() ? null : what.trigger(),
                source);
    }

    private Set<Fault> faults(NewVisit what, LocalDate from, LocalDate to) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (what.kind() == null || !KINDS.contains(what.kind())) {
            faults.add(Fault.KIND);
        }
        LocalDate day = what.day();
        if (day == null || day.isBefore(from) || day.isAfter(to)) {
            faults.add(Fault.DAY);
        }
        if (what.words().isBlank() || what.words().length() > Interaction.LONGEST_WORDS) {
            faults.add(Fault.WORDS);
        }
        if (!what.trigger().isEmpty() && rules.trigger(what.trigger()).isEmpty()) {
            faults.add(Fault.TRIGGER);
        }
        if (what.despite().length() > LONGEST_DESPITE) {
            faults.add(Fault.DESPITE);
        }
        return faults;
    }

    @Override
    @Transactional
    public Noting plan(NewVisit what, Acting officer) {
        unit(officer);
        LocalDate today = city.today(clock);
        Set<Fault> faults = faults(what, today, today.plusYears(1));
        if (!faults.isEmpty()) {
            return new Noting.Refused(faults);
        }
        table.alone(what.firm());
        Kind kind = Objects.requireNonNull(what.kind());
        LocalDate day = Objects.requireNonNull(what.day());
        List<TooOften> tooOften = what.trigger().isEmpty() ? tooOften(what.firm(), kind, day) : List.of();
        if (!tooOften.isEmpty() && what.despite().isBlank()) {
            return new Noting.Warned(tooOften);
        }
        Instant now = clock.instant();
        long id = table.plan(
                happened(what, officer, ""),
                tooOften.isEmpty() ? null : onRecord(tooOften),
                tooOften.isEmpty() ? null : what.despite().strip(),
                now);
        tell(what.firm(), id, kind, day, officer);
        return new Noting.Noted();
    }

    private static String onRecord(List<TooOften> tooOften) {
        return tooOften.stream()
                .map(one -> one.others().size() + 1 + " > " + one.limit().most() + " / "
                        + one.limit().days() + "d")
                .collect(Collectors.joining("; "));
    }

    /// Whoever represents the firm knows before anybody stands at the door.
    private void tell(CreditCode firm, long visit, Kind kind, LocalDate day, Acting officer) {
        String unit = officer.person().department();
        mandates.forFirm(firm, city.today(clock)).stream()
                .filter(mandate -> mandate.capacity() != Mandate.Capacity.AGENT)
                .forEach(mandate -> letters.write(
                        "visit/" + visit,
                        mandate.account(),
                        new Words(
                                unit + "要来：" + kind.words().zh(),
                                "Coming: " + kind.words().en() + ", " + english.of(unit)),
                        new Words("日期：" + day + "。登录后看为什么来。", "Day: " + day + ". Sign in to read what for."),
                        "/my/contacts"));
    }

    @Override
    public List<TooOften> tooOften(CreditCode firm, Kind kind, LocalDate day) {
        if (!rules.counts().contains(kind) || rules.limits().isEmpty()) {
            return List.of();
        }
        int longest =
                rules.limits().stream().mapToInt(VisitRules.Limit::days).max().orElse(1) - 1;
        return TooOften.of(
                rules.limits(),
                table.counted(firm, rules.counts(), day.minusDays(longest), day.plusDays(longest)),
                day);
    }

    @Override
    public List<Visit> own(Acting officer) {
        return table.ofUnit(unit(officer));
    }

    @Override
    @Transactional
    public boolean done(long visit, String words, Acting officer) {
        unit(officer);
        if (words.isBlank() || words.length() > Interaction.LONGEST_WORDS) {
            return false;
        }
        Instant now = clock.instant();
        Optional<Visit> done = table.end(visit, "DONE", officer, now);
        done.ifPresent(found -> table.append(
                new Happened(
                        found.firm(),
                        found.kind(),
                        city.today(clock),
                        found.unit(),
                        officer.account(),
                        officer.person().name(),
                        words.strip(),
                        found.trigger(),
                        "visit/" + visit),
                now));
        return done.isPresent();
    }

    @Override
    @Transactional
    public boolean cancel(long visit, Acting officer) {
        unit(officer);
        return table.end(visit, "CANCELLED", officer, clock.instant()).isPresent();
    }

    /// What other rooms tell, in the transaction in which it happened.
    void happened(@Nullable CreditCode firm, Kind kind, Instant at, Told told) {
        if (firm != null) {
            table.append(
                    new Happened(
                            firm,
                            kind,
                            city.dayOf(at),
                            told.unit(),
                            told.account(),
                            told.name(),
                            told.words(),
                            null,
                            told.source()),
                    clock.instant());
        }
    }

    /// @param name empty where no single official did it
    record Told(String unit, String account, String name, String words, String source) {}
}
