package org.rongyi.city.utilities.web;

/// One place to which no crew of an operator can come, in the language of the page.
public record CrewGapRow(String utility, String place, String code, String why, String waiting, String since) {}
