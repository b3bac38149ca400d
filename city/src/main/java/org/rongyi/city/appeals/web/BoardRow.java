package org.rongyi.city.appeals.web;

import java.util.List;

/// One line of the board, in the language of the page.
///
/// @param rates first contact in time, answered in time, solved, satisfied, reopened, disputed, extended; each with its
/// count
/// @param key of the department or category; empty where several stand together
public record BoardRow(String name, String received, List<String> rates, String key) {}
