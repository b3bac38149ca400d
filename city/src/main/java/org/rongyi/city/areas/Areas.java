package org.rongyi.city.areas;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.AreaCode;

/// The one tree of places. Another city is another data folder.
public interface Areas {
    List<Area> districts();

    List<Area> children(AreaCode parent);

    /// By its code, or by one that it had earlier.
    Optional<Area> find(AreaCode code);

    /// The district (6 digits) that holds the place; the place itself when it is a district. Knows a place of
    /// which only the district is in the tree.
    Optional<Area> districtOf(AreaCode code);

    /// The most exact place named in a free address, districts first, then streets and villages within it; old
    /// names and zone names count through the city's aliases. Empty when nothing is recognised, or when the
    /// address begins with the name of another city.
    Optional<Area> recognise(String address);
}
