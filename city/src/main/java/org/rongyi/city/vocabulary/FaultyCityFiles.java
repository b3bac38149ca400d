package org.rongyi.city.vocabulary;

import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.definitions.Fault;

/// The city cannot open because files of its folder have errors: all of them, each with its place and advice.
public class FaultyCityFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /// @param what the kind of file, e.g. "element dictionary"
    public FaultyCityFiles(String what, List<Fault> faults) {
        super(message(what, faults));
        this.faults = List.copyOf(faults);
    }

    /// Does nothing when there is no error among the faults.
    public static void stopOn(String what, List<Fault> faults) {
        List<Fault> errors = faults.stream().filter(Fault::isError).toList();
        if (!errors.isEmpty()) {
            throw new FaultyCityFiles(what, errors);
        }
    }

    public List<Fault> faults() {
        return faults;
    }

    private static String message(String what, List<Fault> faults) {
        String count = faults.size() == 1 ? "1 error" : faults.size() + " errors";
        return "the city's " + what + " has " + count + ":\n"
                + faults.stream().map(Fault::render).collect(Collectors.joining("\n"));
    }
}
