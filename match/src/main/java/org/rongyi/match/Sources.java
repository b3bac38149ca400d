package org.rongyi.match;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.Loaded;
import org.rongyi.definitions.PolicyLibrary;

/// Reads the elements and the policies that a command names, and prints every fault of both.
///
/// @param sound false: there are errors, nothing may be run
record Sources(Definitions definitions, PolicyLibrary library, boolean sound) {

    static Sources read(Path policies, @Nullable Path elements, PrintStream err) {
        var definitions = definitions(policies, elements);
        var library = PolicyLibrary.read(policies, definitions.value());
        var faults = new ArrayList<Fault>(definitions.faults());
        faults.addAll(library.faults());
        faults.forEach(fault -> err.println(fault.render()));
        var sound = definitions.sound() && library.sound();
        if (!sound) {
            err.println(count(faults));
        }
        return new Sources(definitions.value(), library.value(), sound);
    }

    /// The elements file if one is named; else, for the policies of a city's folder, that city's elements; else what is
    /// shipped.
    private static Loaded<Definitions> definitions(Path policies, @Nullable Path elements) {
        if (elements != null) {
            return Definitions.ofElements(elements);
        }
        var parent = policies.toAbsolutePath().normalize().getParent();
        if (parent != null && Files.isRegularFile(parent.resolve("city.yaml"))) {
            return Definitions.shipped().withCity(parent);
        }
        return new Loaded<>(Definitions.shipped(), List.of());
    }

    private static String count(List<Fault> faults) {
        long errors = faults.stream().filter(Fault::isError).count();
        long files = faults.stream()
                .filter(Fault::isError)
                .map(fault -> fault.place().file())
                .distinct()
                .count();
        return "%d %s in %d %s; nothing was run"
                .formatted(errors, errors == 1 ? "error" : "errors", files, files == 1 ? "file" : "files");
    }
}
