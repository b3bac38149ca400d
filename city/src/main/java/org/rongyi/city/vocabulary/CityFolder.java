package org.rongyi.city.vocabulary;

import java.nio.file.Path;

/// The folder that holds everything in which this city differs from another; set by `rongyi.city`.
public record CityFolder(Path path) {
    public Path resolve(String name) {
        return path.resolve(name);
    }
}
