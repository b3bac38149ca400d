package org.rongyi.definitions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The areas of a city as a classification, so that rules over area codes can be checked and explained: districts (6
/// digits, GB/T 2260), streets (9) and villages (12) from the tables of its folder whose first column is `code`.
final class AreaCodes {
    static final String NAME = "area";
    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

    private AreaCodes() {}

    static Classification read(Path folder, List<Fault> faults) {
        var entries = new ArrayList<Classification.Entry>();
        for (var path : ClassificationReader.files(folder, List.of(".csv"), faults)) {
            var bytes = YamlFile.bytes(path, faults);
            if (bytes != null) {
                entries.addAll(ClassificationReader.readAreas(path.toString(), bytes, faults));
            }
        }
        var codes = new HashSet<String>();
        entries.forEach(entry -> codes.add(entry.code()));
        return new Classification(
                NAME,
                entries.stream()
                        .map(entry -> new Classification.Entry(entry.code(), entry.name(), parent(entry.code(), codes)))
                        .toList());
    }

    private static @Nullable String parent(String code, HashSet<String> codes) {
        int digits = code.length() > STREET_DIGITS ? STREET_DIGITS : DISTRICT_DIGITS;
        var parent = code.length() > digits ? code.substring(0, digits) : "";
        return codes.contains(parent) ? parent : null;
    }
}
