package org.rongyi.texts.pages;

/// How likely each point of a picture is to lie within a line of text.
///
/// @param likely row by row, from 0 to 1
/// @param across pixels of the picture for one of the map, to the right
/// @param down the same, downwards
record TextMap(float[] likely, int width, int height, double across, double down) {}
