package org.rongyi.city.applications.web;

/// One change in a shared draft.
public record ChangeRow(String at, String who, String what, String before, String after) {}
