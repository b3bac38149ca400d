package org.rongyi.city.privatesector.web;

/// A line of one of the lists: a project, a need, what is owed.
public record SectorRow(String id, String title, String first, String second, String third, String state) {}
