package org.rongyi.city.identity;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.vocabulary.CreditCode;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The people of `demo.yaml`. What it says of firms is read by the room that keeps their register; here only their
/// credit codes count.
final class DemoFile {
    private final Path file;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, CreditCode> firms = new HashMap<>();

    private DemoFile(Path file, LocalDate today) {
        this.file = file;
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
        DemoFile demo = new DemoFile(file, today);
        List<DemoAccount> accounts = demo.accounts();
        FaultyCityFiles.stopOn("demo", demo.faults);
        return accounts;
    }

    private List<DemoAccount> accounts() {
        Map<?, ?> root;
        try (Reader text = Files.newBufferedReader(file)) {
            root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException | YAMLException broken) {
            report("cannot be read (" + broken.getMessage() + ")");
            return List.of();
        }
        for (Object item : list(root.get("firms"))) {
            Map<?, ?> firm = map(item);
            String code = text(firm, "creditCode");
            CreditCode.faultIn(code)
                    .ifPresentOrElse(
                            fault -> report("firms: credit code (" + code + ") " + fault.en()),
                            () -> firms.put(text(firm, "key"), new CreditCode(code)));
        }
        return list(root.get("accounts")).stream()
                .map(item -> account(map(item)))
                .toList();
    }

    private DemoAccount account(Map<?, ?> fields) {
        String account = text(fields, "account");
        if (account.isEmpty() || text(fields, "name").isEmpty()) {
            report("accounts: each needs account and name, but one has (" + fields + ")");
        }
        Set<Role> roles = values(Role.class, account, fields.get("roles"));
        Person person = new Person(account, text(fields, "name"), text(fields, "department"), roles);
        List<DemoMandate> mandates = new ArrayList<>();
        for (Object item : list(fields.get("mandates"))) {
            Map<?, ?> mandate = map(item);
            CreditCode firm = firms.get(text(mandate, "firm"));
            Set<Mandate.Capacity> capacity =
                    values(Mandate.Capacity.class, account, List.of(text(mandate, "capacity")));
            if (firm == null) {
                report("accounts: (" + account + ") acts for (" + text(mandate, "firm") + "), which is no firm here");
            } else if (!capacity.isEmpty()) {
                mandates.add(new DemoMandate(
                        firm,
                        capacity.iterator().next(),
                        values(Mandate.Purpose.class, account, mandate.get("purposes")),
                        until(account, mandate.get("until"))));
            }
        }
        return new DemoAccount(person, List.copyOf(mandates));
    }

    private @Nullable LocalDate until(String account, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            return value.toString().startsWith("P")
                    ? today.plus(Period.parse(value.toString()))
                    : LocalDate.parse(value.toString());
        } catch (DateTimeException wrong) {
            report("accounts: (" + account + ") has until (" + value + "), which is neither \"2027-03-31\" nor P4M");
            return null;
        }
    }

    private <E extends Enum<E>> Set<E> values(Class<E> type, String account, @Nullable Object names) {
        Map<String, E> known =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, value -> value));
        Set<E> values = new LinkedHashSet<>();
        for (Object name : list(names)) {
            E value = known.get(name.toString());
            if (value == null) {
                report("accounts: (" + account + ") has (" + name + "), which is none of " + known.keySet());
            } else {
                values.add(value);
            }
        }
        return Set.copyOf(values);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    private void report(String message) {
        faults.add(Fault.error(new Place(file.toString(), 0, 0), message, null));
    }
}
