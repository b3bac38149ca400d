package org.rongyi.city.appeals.web;

import java.util.List;

/// One line of the board, in the language of the page.
///
/// @param rates first contact in time, answered in time, solved, satisfied, reopened, disputed, extended; each with its
/// count
public record BoardRow(String name, String received, List<String> rates) {}
