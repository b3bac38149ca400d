package org.rongyi.city.helping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.YamlField;

/// What a city says of its help in `helping.yaml`. One without it names whoever has least to do.
///
/// @param desk the department that helps where the one that it is about has no helper
/// @param mostOpen so many at once one helper has before the next department is asked
record HelpPlan(String desk, int mostOpen) {
    private static final int MOST = 30;
    private static final int MOST_OF_ALL = 500;

    static HelpPlan read(Path file) {
        if (!Files.exists(file)) {
            return new HelpPlan("", MOST);
        }
        List<Fault> faults = new ArrayList<>();
        YamlField root = YamlField.read(file, faults).only("desk", "mostOpen");
        YamlField most = root.need("mostOpen");
        int open = most.number().intValue();
        if (most.isThere() && (open < 1 || open > MOST_OF_ALL)) {
            most.fault("(" + open + ") at once", "Maybe 1 to " + MOST_OF_ALL + ".");
        }
        HelpPlan plan = new HelpPlan(root.need("desk").text(), open);
        FaultyCityFiles.stopOn("helping", faults);
        return plan;
    }
}
