package org.rongyi.city.enterprises.registrations;

/// A row or a value that could not be taken.
///
/// @param line of the file, the first being 1
/// @param column of the row, the first being 1; 0 when the whole row is meant
/// @param rowRefused whether nothing of the row was taken
public record Problem(int line, int column, String header, String value, boolean rowRefused, String zh, String en) {}
