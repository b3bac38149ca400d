package org.rongyi.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The kinds of cases: those that come with the software and a city's own.
public final class CaseKinds {
    private static final List<String> SHIPPED =
            List.of("application", "errand", "appeal", "contribution", "meeting", "connection", "worksPermit");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");

    private CaseKinds() {}

    /// The shipped kinds and those of the city's folder `cases/`. A city's kind takes the place of a
    /// shipped one with the same id: a city may promise less time, or answer differently.
    ///
    /// @param definitions the elements that a rule for the length of a clock may speak of
    public static Loaded<List<CaseKind>> read(Path cityFolder, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var rules = new RuleTexts(definitions);
        var kinds = new LinkedHashMap<String, CaseKind>();
        SHIPPED.forEach(name -> put(kinds, parse(name + ".yaml", shipped(name), rules, faults)));
        var own = new LinkedHashMap<String, CaseKind>();
        for (var path : ClassificationReader.files(cityFolder.resolve("cases"), ENDINGS, faults)) {
            var bytes = YamlFile.bytes(path, faults);
            var kind = bytes == null ? null : parse(path.toString(), bytes, rules, faults);
            if (kind != null) {
                reportSecond(own.get(kind.id()), kind, faults);
                put(own, kind);
            }
        }
        kinds.putAll(own);
        return new Loaded<>(List.copyOf(kinds.values()), faults);
    }

    /// One kind from its text, such as one that was kept with the cases opened under it.
    public static Loaded<Optional<CaseKind>> parse(String name, String content, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Loaded<>(Optional.ofNullable(parse(name, bytes, new RuleTexts(definitions), faults)), faults);
    }

    private static @Nullable CaseKind parse(String name, byte[] bytes, RuleTexts rules, List<Fault> faults) {
        var file = YamlFile.parse(name, bytes, faults);
        return file == null ? null : CaseKindReader.read(file, rules, faults);
    }

    private static void put(Map<String, CaseKind> kinds, @Nullable CaseKind kind) {
        if (kind != null) {
            kinds.put(kind.id(), kind);
        }
    }

    private static void reportSecond(@Nullable CaseKind first, CaseKind second, List<Fault> faults) {
        if (first != null) {
            var message = "kind \"%s\" is already defined in %s"
                    .formatted(second.id(), first.place().file());
            faults.add(Fault.error(second.place(), message, "Maybe give it another id"));
        }
    }

    private static byte[] shipped(String name) {
        var path = "cases/" + name + ".yaml";
        try (var input = CaseKinds.class.getResourceAsStream(path)) {
            if (input == null) {
                throw new IllegalStateException("%s is not among the resources".formatted(path));
            }
            return input.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
