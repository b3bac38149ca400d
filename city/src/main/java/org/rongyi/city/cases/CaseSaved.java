package org.rongyi.city.cases;

/// How a case stands after a command, told once within its transaction, before the events that happened in it: for
/// rooms
/// that repeat something of a case in rows of their own. Reading the case at each event would cost more than the event.
public record CaseSaved(Case now) {}
