package org.rongyi.city.procedures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.identity.Acting;

/// The procedures of the city, and which service item goes by which.
public interface Procedures {
    int LONGEST_FILE_NAME = 120;

    /// The newest files that were brought in and those in use, the one that ships included; newest first.
    List<ProcedureText> all();

    Optional<ProcedureText> find(long id);

    /// Keeps a file, whatever is wrong with it. The same file again is the same text.
    ProcedureText upload(String fileName, byte[] content, Acting by);

    /// From now on the cases of this item go by it; those that are open go on by theirs.
    Using use(long id, String item, Acting by);

    /// The cases of this item go by no procedure from now on.
    ///
    /// @return false when meanwhile the item goes by another text: nothing was changed
    boolean stop(long id, String item, Acting by);

    /// Item to the text by which its cases go.
    Map<String, Long> inUse();

    /// Takes a test case through the kernel and the engine with these answers, and takes everything back.
    ///
    /// @param answers of the flows that were chosen so far, in order
    Trial trial(long id, List<String> answers);

    /// The file as it was brought in.
    byte[] content(long id);

    sealed interface Using {
        record Done() implements Using {}

        /// It has faults.
        record Faulty(ProcedureText text) implements Using {}

        record NoSuchText(long id) implements Using {}

        record NoSuchItem(String item) implements Using {}
    }
}
