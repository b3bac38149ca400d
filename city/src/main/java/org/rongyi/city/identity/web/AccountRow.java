package org.rongyi.city.identity.web;

/// One line of the list of accounts.
///
/// @param state empty while it is open
public record AccountRow(String account, String name, String department, String roles, String state) {}
