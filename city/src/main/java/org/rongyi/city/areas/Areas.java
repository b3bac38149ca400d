package org.rongyi.city.areas;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.AreaCode;

/// The one tree of places. Another city is another data folder.
public interface Areas {
    List<Area> districts();

    List<Area> children(AreaCode parent);

    Optional<Area> find(AreaCode code);

    /// The district (6 digits) that holds the place; the place itself when it is a district.
    Optional<Area> districtOf(AreaCode code);

    /// The most exact place named in a free address, districts first, then streets within it; old names and codes and
    /// zone names count through the city's aliases. Empty when nothing is recognised.
    Optional<Area> recognise(String address);
}
