package org.rongyi.city.areas;

import java.util.List;

/// A place with everything it is also called: old names, zones that lie in it.
record NamedArea(Area area, List<Alias> aliases) {
    /// @param approximate the name covers more than this place, or only mostly this place: anything exact in an address
    /// counts before it
    record Alias(String name, boolean approximate) {}
}
