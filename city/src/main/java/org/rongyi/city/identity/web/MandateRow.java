package org.rongyi.city.identity.web;

/// One line of the list of those who may act for a firm.
///
/// @param revocable agents only: who represents a firm is a matter of the register
public record MandateRow(long id, String person, String capacity, String extent, boolean revocable) {}
