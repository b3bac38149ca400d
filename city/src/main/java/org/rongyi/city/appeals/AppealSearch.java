package org.rongyi.city.appeals;

import java.util.List;

/// Finds appeals by what was said.
public interface AppealSearch {
    int MOST = 100;

    /// The newest first, at most `limit` (≤ [#MOST]) that hold every pair of signs of the text, in title,
    /// words or place; or the one with this number.
    List<Found> find(String text, int limit);

    /// How many others brought up the same matter and were merged into this one.
    int merged(Appeal appeal);

    record Found(Appeal appeal, String state, String unit) {}
}
