package org.rongyi.city.identity;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;

/// The people of `demo.yaml`. What it says of firms is read by the room that keeps their register; here only their
/// credit codes count.
final class DemoFile {
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, CreditCode> firms = new HashMap<>();

    private DemoFile(LocalDate today) {
        this.today = today;
    }

    record DemoMandate(
            CreditCode firm,
            Mandate.Capacity capacity,
            Set<Mandate.Purpose> purposes,
            @Nullable LocalDate until) {}

    record DemoAccount(Person person, List<DemoMandate> mandates) {}

    /// @param today from which periods count
    /// @throws FaultyCityFiles with every fault of the part that is about people
    static List<DemoAccount> read(Path file, LocalDate today) {
        DemoFile demo = new DemoFile(today);
        List<DemoAccount> accounts = demo.accounts(YamlField.read(file, demo.faults));
        FaultyCityFiles.stopOn("demo", demo.faults);
        return accounts;
    }

    private List<DemoAccount> accounts(YamlField root) {
        for (YamlField firm : root.get("firms").items()) {
            YamlField code = firm.need("creditCode");
            CreditCode.faultIn(code.text())
                    .ifPresentOrElse(
                            fault -> code.fault("credit code (" + code.text() + ") " + fault.en(), null),
                            () -> firms.put(firm.need("key").text(), new CreditCode(code.text())));
        }
        return root.need("accounts").items().stream().map(this::account).toList();
    }

    private DemoAccount account(YamlField fields) {
        fields.only("account", "name", "department", "roles", "mandates");
        Person person = new Person(
                fields.need("account").text(),
                fields.need("name").text(),
                fields.get("department").text(),
                values(Role.class, fields.get("roles").items()));
        List<DemoMandate> mandates = new ArrayList<>();
        for (YamlField mandate : fields.get("mandates").items()) {
            mandate(mandate).ifPresent(mandates::add);
        }
        return new DemoAccount(person, List.copyOf(mandates));
    }

    private Optional<DemoMandate> mandate(YamlField fields) {
        fields.only("firm", "capacity", "purposes", "until");
        YamlField key = fields.need("firm");
        CreditCode firm = firms.get(key.text());
        if (firm == null) {
            key.fault("(" + key.text() + ") is no firm of this file", "Maybe list it under firms.");
        }
        Set<Mandate.Capacity> capacity = values(Mandate.Capacity.class, List.of(fields.need("capacity")));
        Set<Mandate.Purpose> purposes =
                values(Mandate.Purpose.class, fields.get("purposes").items());
        LocalDate until = until(fields.get("until"));
        return firm == null || capacity.isEmpty()
                ? Optional.empty()
                : Optional.of(new DemoMandate(firm, capacity.iterator().next(), purposes, until));
    }

    private @Nullable LocalDate until(YamlField field) {
        String text = field.text();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.startsWith("P") ? today.plus(Period.parse(text)) : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            field.fault("(" + text + ") is neither a day like 2027-03-31 nor a period like P4M", null);
            return null;
        }
    }

    private static <E extends Enum<E>> Set<E> values(Class<E> type, List<YamlField> names) {
        Map<String, E> known = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Enum::name, value -> value, (one, _) -> one, TreeMap::new));
        Set<E> values = new LinkedHashSet<>();
        for (YamlField name : names) {
            E value = known.get(name.text());
            if (value == null) {
                name.fault("(" + name.text() + ") is none of " + known.keySet(), null);
            } else {
                values.add(value);
            }
        }
        return Set.copyOf(values);
    }
}
