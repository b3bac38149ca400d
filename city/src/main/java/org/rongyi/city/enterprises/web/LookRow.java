package org.rongyi.city.enterprises.web;

/// Looks of one department on one day for one purpose.
///
/// @param latest of them
public record LookRow(String department, String purpose, String latest, int times) {}
