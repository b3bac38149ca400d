package org.rongyi.city.ui;

import org.rongyi.definitions.Words;

/// What is wrong with one field, and what to type instead.
public record Fault(String field, Words message) {}
