package org.rongyi.seals;

/// Where the next seal goes on a PDF whose first seal keeps places for others.
///
/// @param page counted from 1
/// @param stamp the upper left corner of the place
/// @param side of the square in whose middle the seal stands, in millimetres
public record PdfPlace(int page, int pages, PageSize size, Stamp stamp, double side) {}
