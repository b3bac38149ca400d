package org.rongyi.city.utilities;

import java.time.Instant;
import java.util.List;

/// Where no crew can come, for those who keep the city's file of crews.
public interface CrewGaps {
    /// The one that waits longest first; no firm is named.
    List<Gap> gaps();

    /// @param area code of the place
    /// @param able so many crews of the operator come there, and none can do what is wanted; 0: none comes there
    /// @param since the first of them waits
    record Gap(String utility, String area, int able, int waiting, Instant since) {}
}
