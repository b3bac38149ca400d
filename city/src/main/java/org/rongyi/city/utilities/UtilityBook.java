package org.rongyi.city.utilities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Words;
import org.rongyi.rules.Rule;

/// What `utilities.yaml` of the city says: what can be connected and by whom, the crews that survey, how long works may
/// take, which permits they need. A city without the file connects nothing.
///
/// @param site what is measured once for all
public record UtilityBook(
        Survey survey,
        List<Measure> site,
        List<Utility> utilities,
        List<Crew> crews,
        List<WorksLimit> works,
        List<PermitKind> permits) {
    public UtilityBook {
        site = List.copyOf(site);
        utilities = List.copyOf(utilities);
        crews = List.copyOf(crews);
        works = List.copyOf(works);
        permits = List.copyOf(permits);
    }

    /// @param everyMinutes a survey begins at a multiple of it
    /// @param noticeHours between the booking and the survey
    /// @param aheadWorkingDays how far ahead it is looked
    /// @param offered so many slots are proposed
    public record Survey(int minutes, int everyMinutes, int noticeHours, int aheadWorkingDays, int offered) {}

    /// @param unit the operator, as accounts call their department
    /// @param asks elements that say how much is wanted
    public record Utility(
            String id, Words name, String unit, List<String> asks, List<Skill> skills, List<Measure> measures) {}

    /// What the crew must be able to do.
    ///
    /// @param when a condition over what is wanted; null: always
    public record Skill(String id, @Nullable Rule when) {}

    /// @param unit of a number; empty: it is a text
    /// @param needed without it nobody signs
    public record Measure(String id, Words name, Words unit, boolean number, boolean needed) {}

    /// @param accounts that may sign for it
    /// @param areas codes of places; it serves what lies in one of them
    /// @param off first and last days on which it does not work
    public record Crew(
            String id,
            String utility,
            Words name,
            List<String> accounts,
            Set<String> skills,
            List<String> areas,
            Set<DayOfWeek> weekdays,
            List<Hours> hours,
            List<Days> off) {
        public boolean serves(String area) {
            return areas.stream().anyMatch(area::startsWith);
        }
    }

    public record Hours(LocalTime from, LocalTime to) {}

    public record Days(LocalDate first, LocalDate last) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /// @param upToMetres of works outside
    public record WorksLimit(int upToMetres, int workingDays, Words basis, Words verify) {}

    /// @param unit the authority, as accounts call their department
    /// @param promised working days in which it decides
    /// @param exempt works that are only filed there
    public record PermitKind(
            String id, Words name, String unit, int promised, List<Exemption> exempt, Words basis, Words verify) {
        /// The first exemption that covers such works.
        public Optional<Exemption> exemption(String utility, int metres, int kilovolts) {
            return exempt.stream()
                    .filter(each -> each.covers(utility, metres, kilovolts))
                    .findFirst();
        }
    }

    /// @param upToKilovolts 0: whatever the voltage
    public record Exemption(Set<String> utilities, int upToMetres, int upToKilovolts, Words basis, Words verify) {
        boolean covers(String utility, int metres, int kilovolts) {
            return utilities.contains(utility)
                    && metres <= upToMetres
                    && (upToKilovolts == 0 || kilovolts <= upToKilovolts);
        }
    }

    public boolean exists() {
        return !utilities.isEmpty();
    }

    public Optional<Utility> utility(String id) {
        return utilities.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Crew> crew(String id) {
        return crews.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<PermitKind> permit(String id) {
        return permits.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// A rule for such a line depends on its voltage: a plan without one cannot be judged.
    public boolean voltageCounts(String utility) {
        return permits.stream()
                .flatMap(kind -> kind.exempt().stream())
                .anyMatch(rule -> rule.upToKilovolts() > 0 && rule.utilities().contains(utility));
    }

    /// What is written down at a visit: `site.…` and, for each operator that is expected, `utility.…`, in this order.
    public Map<String, Measure> fields(Connection.Visit visit) {
        Map<String, Measure> fields = new LinkedHashMap<>();
        site.forEach(measure -> fields.put(SurveyRecord.SITE + "." + measure.id(), measure));
        for (Connection.Attendance crew : visit.crews()) {
            utility(crew.utility())
                    .ifPresent(utility -> utility.measures()
                            .forEach(measure -> fields.put(utility.id() + "." + measure.id(), measure)));
        }
        return fields;
    }

    /// The shortest that covers such works; empty where the city has no rule for them.
    public Optional<WorksLimit> worksLimit(int metres) {
        return works.stream().filter(each -> metres <= each.upToMetres()).findFirst();
    }
}
