package org.rongyi.city.appeals.web;

import java.util.List;
import java.util.Set;
import org.rongyi.city.appeals.AppealBoard.Slice;

/// One line of the board, in the language of the page.
///
/// @param rates first contact in time, answered in time, solved, satisfied, reopened, disputed, extended; each with its
/// count
/// @param key of the department or category; empty where several stand together
/// @param told slices of which the line tells how many they are: only of those there is a list
public record BoardRow(String name, String received, List<Rate> rates, String key, Set<Slice> told) {
    /// @param counts behind the share; empty where it is not told
    public record Rate(String share, String counts) {}

    public boolean leads(String slice) {
        return !key.isEmpty() && told.contains(Slice.valueOf(slice));
    }
}
