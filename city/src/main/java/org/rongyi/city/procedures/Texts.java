package org.rongyi.city.procedures;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rongyi.city.elements.Elements;
import org.rongyi.city.identity.People;
import org.rongyi.city.identity.Person;
import org.rongyi.city.identity.Role;
import org.rongyi.city.vocabulary.CityFolder;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;
import org.rongyi.definitions.procedure.Procedure;
import org.rongyi.definitions.procedure.ProcedureFile;
import org.rongyi.definitions.procedure.Reading;
import org.springframework.stereotype.Component;

/// Reads the files of procedures against the kind of case for which they are, and the departments of today.
@Component
class Texts {
    static final String KIND = "application";

    private final ProcedureTable table;
    private final People people;
    private final Elements elements;
    private final CityFolder folder;
    /// By text. What cases go by was sound when it was taken into use, and stays as it was.
    private final Map<Long, Procedure> kept = new ConcurrentHashMap<>();

    private final Map<String, CaseKind> kinds = new ConcurrentHashMap<>();

    Texts(ProcedureTable table, People people, Elements elements, CityFolder folder) {
        this.table = table;
        this.people = people;
        this.elements = elements;
        this.folder = folder;
    }

    CaseKind kind() {
        return kinds.computeIfAbsent(
                KIND,
                id -> CaseKinds.read(folder.path(), elements.definitions()).value().stream()
                        .filter(kind -> kind.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    Reading read(byte[] content) {
        Set<CaseKind.Who.InRole> held = new HashSet<>();
        for (Role role : List.of(Role.OFFICER, Role.LEADER)) {
            people.holding(role, null).stream()
                    .map(Person::department)
                    .filter(unit -> !unit.isBlank())
                    .forEach(unit -> held.add(new CaseKind.Who.InRole(role.name(), unit)));
        }
        return ProcedureFile.read(content, kind(), held);
    }

    ProcedureText text(ProcedureTable.Row row) {
        return new ProcedureText(row.id(), row.fileName(), row.uploadedAt(), row.uploadedBy(), read(row.content()));
    }

    Procedure procedure(long text) {
        return kept.computeIfAbsent(
                text,
                id -> table.text(id)
                        .map(row -> ProcedureFile.readInUse(row.content(), kind()))
                        .filter(Reading::sound)
                        .flatMap(reading -> Optional.ofNullable(reading.procedure()))
                        .orElseThrow(() -> new IllegalStateException("the procedure (" + id + ") cannot be read")));
    }
}
