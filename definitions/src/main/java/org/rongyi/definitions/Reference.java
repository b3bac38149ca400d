package org.rongyi.definitions;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name in a file that stands for something defined elsewhere.
final class Reference {
    private Reference() {}

    /// Whether the name is known; if not, that is a fault at its place.
    static boolean known(
            YamlFile file, YamlNode.@Nullable Scalar name, Collection<String> ids, String what, List<Fault> faults) {
        if (name == null || ids.contains(name.text())) {
            return name != null;
        }
        var message = "there is no %s \"%s\"".formatted(what, name.text());
        faults.add(file.fault(name, message, Nearest.advice(name.text(), ids).orElse(null)));
        return false;
    }
}
