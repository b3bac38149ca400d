package org.rongyi.definitions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Rule;

/// What all service items of a city speak of: who handles them, what they issue, what is handed in. Each by its id, in
/// the order of the file.
public record ServiceTerms(
        Map<String, Department> departments, Map<String, LicenceType> licences, Map<String, Material> materials) {

    static final ServiceTerms NONE = new ServiceTerms(Map.of(), Map.of(), Map.of());

    public Optional<Department> department(String id) {
        return Optional.ofNullable(departments.get(id));
    }

    public Optional<LicenceType> licence(String id) {
        return Optional.ofNullable(licences.get(id));
    }

    public Optional<Material> material(String id) {
        return Optional.ofNullable(materials.get(id));
    }

    /// @param unit what its officers and its data call it: the department of an account, the source of a fact
    public record Department(String id, Words name, String unit, Place place) {}

    /// A licence, certificate or notice that one item issues and another may ask for.
    ///
    /// @param heldWhen says over the portrait whether a firm holds it; null: no data tells
    public record LicenceType(
            String id, Words name, @Nullable Rule heldWhen, Place place) {}

    /// A paper that is handed in. Two items that ask for the same id ask for the same paper.
    ///
    /// @param provedBy licences that make it needless
    /// @param sharedBy department whose data make it needless; null: none
    /// @param promise a promise is enough for now, the paper may follow
    public record Material(
            String id,
            Words name,
            @Nullable Words note,
            List<String> provedBy,
            @Nullable String sharedBy,
            boolean promise,
            Place place) {}
}
