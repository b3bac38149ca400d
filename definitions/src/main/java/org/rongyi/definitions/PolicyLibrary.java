package org.rongyi.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The policies of a folder.
public final class PolicyLibrary {
    private static final int DEEPEST_FOLDER = 8;

    private final Map<String, PolicyDefinition> byId;

    /// A policy with the text of it that is law on the day asked about.
    public record InForce(PolicyDefinition policy, PolicyVersion version) {}

    private PolicyLibrary(Map<String, PolicyDefinition> byId) {
        this.byId = byId;
    }

    /// Reads every `*.yaml` and `*.yml` file of a folder and the folders in it, in the order of their names; or
    /// one such file. The library holds the policies without an error.
    public static Loaded<PolicyLibrary> read(Path folder, Definitions definitions) {
        var faults = new ArrayList<Fault>();
        var rules = new RuleTexts(definitions);
        var byId = new LinkedHashMap<String, PolicyDefinition>();
        var places = new HashMap<String, Place>();
        for (var path : files(folder, faults)) {
            var file = YamlFile.read(path, faults);
            var policy = file == null ? null : PolicyReader.read(file, rules, faults);
            if (file != null) {
                reportSecond(file, places, faults);
            }
            if (policy != null) {
                byId.putIfAbsent(policy.id(), policy);
            }
        }
        return new Loaded<>(new PolicyLibrary(byId), faults);
    }

    /// This library with other policies in the place of those with the same id, and new ones behind the
    /// others.
    public PolicyLibrary with(List<PolicyDefinition> others) {
        var all = new LinkedHashMap<>(byId);
        others.forEach(policy -> all.put(policy.id(), policy));
        return new PolicyLibrary(all);
    }

    /// This library less some policies.
    public PolicyLibrary without(Set<String> ids) {
        var left = new LinkedHashMap<>(byId);
        left.keySet().removeAll(ids);
        return new PolicyLibrary(left);
    }

    /// In the order of the files.
    public List<PolicyDefinition> policies() {
        return List.copyOf(byId.values());
    }

    public Optional<PolicyDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The policies with a text that was law on `validOn`, as far as known on `knownOn`.
    public List<InForce> inForce(LocalDate validOn, LocalDate knownOn) {
        var inForce = new ArrayList<InForce>();
        for (var policy : byId.values()) {
            policy.versionAt(validOn, knownOn).ifPresent(version -> inForce.add(new InForce(policy, version)));
        }
        return List.copyOf(inForce);
    }

    private static List<Path> files(Path folder, List<Fault> faults) {
        var place = Place.wholeFile(folder.toString());
        if (Files.isRegularFile(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            faults.add(Fault.error(place, "there is no such folder", null));
            return List.of();
        }
        try (var paths = Files.walk(folder, DEEPEST_FOLDER)) {
            var files = paths.filter(PolicyLibrary::isPolicyFile).sorted().toList();
            if (files.isEmpty()) {
                faults.add(Fault.error(place, "there is no policy file (*.yaml) in this folder", null));
            }
            return files;
        } catch (IOException | UncheckedIOException unreadable) {
            faults.add(Fault.error(place, "cannot be read (%s)".formatted(unreadable.getMessage()), null));
            return List.of();
        }
    }

    private static boolean isPolicyFile(Path path) {
        var name = path.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static void reportSecond(YamlFile file, Map<String, Place> places, List<Fault> faults) {
        var values = YamlValues.of(file.root());
        var id = values == null ? null : values.text("id");
        if (values == null || id == null) {
            return;
        }
        int start = values.start("id");
        var first = places.putIfAbsent(id, file.source().place(start));
        if (first != null) {
            var message = "policy \"%s\" is already defined in %s".formatted(id, first.file());
            faults.add(file.source().fault(start, message, "Maybe a version of the same policy?"));
        }
    }
}
