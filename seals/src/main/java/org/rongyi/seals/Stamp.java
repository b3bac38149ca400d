package org.rongyi.seals;

/// Where a seal is put: page, counted from 1, and the upper left corner of its picture in millimetres.
public record Stamp(int page, double x, double y) {}
