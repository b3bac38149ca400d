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
import org.rongyi.definitions.files.Wording;

/// Reads the elements and the policies that a command names, and prints every fault of both.
///
/// @param sound false: there are errors, nothing may be run
record Sources(Definitions definitions, PolicyLibrary library, boolean sound) {
    static final String NOTHING_RUN = "; nothing was run";

    /// How far above the named policies the city's folder may be: a folder of them, one file, a folder among them.
    private static final int CITY_ABOVE = 3;

    /// Where no element can be read, every rule would be faulty; that is not said of each.
    ///
    /// @param andSo what follows from errors
    static Sources read(Path policies, @Nullable Path elements, String andSo, PrintStream err) {
        var definitions = definitions(policies, elements);
        var library = PolicyLibrary.read(policies, definitions.value());
        var faults = new ArrayList<Fault>(definitions.faults());
        if (!definitions.value().elements().isEmpty()) {
            faults.addAll(library.faults());
        }
        faults.forEach(fault -> err.println(fault.render()));
        var sound = definitions.sound() && library.sound();
        if (!sound) {
            err.println(count(faults) + andSo);
        }
        return new Sources(definitions.value(), library.value(), sound);
    }

    /// The elements file if one is named; else, for policies that lie in a city's folder, that city's elements; else
    /// what is shipped.
    private static Loaded<Definitions> definitions(Path policies, @Nullable Path elements) {
        if (elements != null) {
            return Definitions.ofElements(elements);
        }
        var folder = policies.toAbsolutePath().normalize().getParent();
        for (int level = 0; level < CITY_ABOVE && folder != null; level++) {
            if (Files.isRegularFile(folder.resolve("city.yaml"))) {
                return Definitions.shipped().withCity(folder);
            }
            folder = folder.getParent();
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
        return Wording.count(errors, "error", "errors") + " in " + Wording.count(files, "file", "files");
    }
}
