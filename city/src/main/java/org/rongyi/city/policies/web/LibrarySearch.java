package org.rongyi.city.policies.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.CityReach;
import org.rongyi.city.policies.Policies;
import org.rongyi.city.ui.Form;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;
import org.rongyi.definitions.Words;

/// What a visitor looks for in the library: words and marks, in the texts that are law on a day, or in all.
///
/// @param on null: also those that are not in force
record LibrarySearch(
        String text,
        @Nullable LocalDate on,
        PolicyDefinition.@Nullable Field field,
        PolicyDefinition.@Nullable Kind kind,
        PolicyDefinition.@Nullable Mode mode,
        PolicyDefinition.@Nullable Level level) {
    static final String ON = "on";

    /// Reads the filters; without a day it is today, an empty one asks for all. A day that is none is rejected.
    static LibrarySearch of(Form form, LocalDate today) {
        return new LibrarySearch(
                form.value("q"),
                form.values(ON).isEmpty() ? today : day(form, today),
                constant(form, "field", PolicyDefinition.Field.values()),
                constant(form, "kind", PolicyDefinition.Kind.values()),
                constant(form, "mode", PolicyDefinition.Mode.values()),
                constant(form, "level", PolicyDefinition.Level.values()));
    }

    private static @Nullable LocalDate day(Form form, LocalDate today) {
        String typed = form.value(ON);
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            form.reject(ON, "填日期，例如 " + today, "Enter a date, for example " + today);
            return today;
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(Form form, String name, E[] constants) {
        String sent = form.value(name);
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(sent))
                .findFirst()
                .orElse(null);
    }

    /// Those that fit all filters but the kind, so that the kinds can be counted.
    List<LibraryEntry> ofAnyKind(Policies policies, CityReach reach, LocalDate today) {
        List<LibraryEntry> entries = new ArrayList<>();
        Map<String, CityReach.Shown> reached = PolicyWords.reach(reach);
        for (PolicyDefinition policy : policies.all()) {
            entry(policies, policy, reached.get(policy.id()), today)
                    .filter(entry -> fits(policy) && says(entry))
                    .ifPresent(entries::add);
        }
        entries.sort(Comparator.comparing(entry -> entry.policy().id()));
        return entries;
    }

    boolean ofKind(LibraryEntry entry) {
        return kind == null || entry.policy().kind() == kind;
    }

    private Optional<LibraryEntry> entry(
            Policies policies, PolicyDefinition policy, CityReach.@Nullable Shown reached, LocalDate today) {
        Optional<PolicyVersion> law = policies.text(policy, on == null ? today : on);
        CityReach.Shown counts = law.isPresent() && policies.text(policy, today).isPresent() ? reached : null;
        return on == null
                ? law.or(() -> Optional.of(PolicyWords.latest(policy)))
                        .map(text -> new LibraryEntry(policy, text, law.isPresent(), counts))
                : law.map(text -> new LibraryEntry(policy, text, true, counts));
    }

    private boolean fits(PolicyDefinition policy) {
        return (field == null || policy.field() == field)
                && (mode == null || policy.mode() == mode)
                && (level == null || policy.level() == level);
    }

    /// Every word stands somewhere in the policy, in either language.
    private boolean says(LibraryEntry entry) {
        String all = texts(entry).toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private static String texts(LibraryEntry entry) {
        PolicyDefinition policy = entry.policy();
        PolicyVersion version = entry.version();
        List<@Nullable Words> words = new ArrayList<>();
        words.add(policy.title());
        words.add(policy.issuer());
        words.add(PolicyWords.kind(policy));
        words.add(PolicyWords.field(policy));
        words.add(version.benefit() == null ? null : version.benefit().text());
        words.add(version.source() == null ? null : version.source().title());
        version.conditions().forEach(condition -> words.add(condition.text()));
        StringBuilder texts = new StringBuilder(policy.id()).append(' ').append(policy.documentNo());
        for (Words some : words) {
            if (some != null) {
                texts.append(' ').append(some.zh()).append(' ').append(some.en());
            }
        }
        return texts.toString();
    }
}
