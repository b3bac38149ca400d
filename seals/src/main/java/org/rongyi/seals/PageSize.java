package org.rongyi.seals;

/// Of a page as it is shown, in millimetres.
public record PageSize(double width, double height) {}
