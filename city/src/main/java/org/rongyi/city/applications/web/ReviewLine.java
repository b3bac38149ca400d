package org.rongyi.city.applications.web;

/// How often the rules were right.
///
/// @param rule empty where all rules are meant
/// @param share in percent, such as 75%
public record ReviewLine(String item, String rule, int all, int right, String share) {}
