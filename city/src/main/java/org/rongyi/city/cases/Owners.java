package org.rongyi.city.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKind.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds who answers. A level whose role nobody holds leaves it to the next one; above the last stands the officer on
/// duty, behind that one the administrators and every other leader of the house.
@Component
class Owners {
    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

    private final People people;
    private final Duty duty;
    private final Files files;

    Owners(People people, Duty duty, Files files) {
        this.people = people;
        this.duty = duty;
        this.files = files;
    }

    /// @param level index of the level from which to look upward
    /// @return an account; empty only where a city has nobody who could answer
    String from(CaseKind kind, int level, String unit) {
        for (CaseKind.Level each : kind.levels().subList(level, kind.levels().size())) {
            boolean asked = !each.aside() || each.equals(kind.levels().get(level));
            String owner = asked ? holder(each.owner(), unit) : null;
            if (owner != null) {
                return owner;
            }
        }
        return onDuty().or(() -> anybody(unit)).orElseGet(() -> {
            LOG.error(
                    "Nobody can answer for a case of ({}) in ({}): there is no leader, administrator or officer.",
                    kind.id(),
                    unit);
            return "";
        });
    }

    /// Of several holders the one who answers for the fewest open cases.
    @Nullable
    String holder(Who.InRole role, String unit) {
        return fewest(people.holding(Role.valueOf(role.role()), department(role, unit)))
                .orElse(null);
    }

    /// The department whose people are meant; null: anywhere.
    static @Nullable String department(Who.InRole role, String unit) {
        return Who.InRole.OWN.equals(role.unit()) ? unit : role.unit();
    }

    /// Whether this person still can answer for cases.
    boolean serves(String account) {
        return person(account).isPresent();
    }

    private Optional<Person> person(String account) {
        return people.find(account)
                .filter(person -> person.roles().contains(Role.OFFICER)
                        || person.roles().contains(Role.LEADER)
                        || person.roles().contains(Role.ADMINISTRATOR)
                        || person.roles().contains(Role.ARBITER));
    }

    private Optional<String> onDuty() {
        return duty.onDuty().filter(this::serves);
    }

    private Optional<String> anybody(String unit) {
        return fewest(people.holding(Role.ADMINISTRATOR, null))
                .or(() -> fewest(people.holding(Role.LEADER, null)))
                .or(() -> fewest(people.holding(Role.OFFICER, unit)));
    }

    private Optional<String> fewest(List<Person> holders) {
        if (holders.size() < 2) {
            return holders.stream().map(Person::account).findFirst();
        }
        Map<String, Integer> load =
                files.load(holders.stream().map(Person::account).toList());
        return load.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
