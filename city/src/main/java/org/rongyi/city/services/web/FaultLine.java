package org.rongyi.city.services.web;

import org.jspecify.annotations.Nullable;

/// What is wrong with an item that somebody edits.
///
/// @param at field, line and column; empty where the fault has no place on the page
public record FaultLine(String at, String message, @Nullable String advice) {}
