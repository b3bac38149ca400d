package org.rongyi.city.enterprises;

/// Facts about many firms at once are on record; no [FactsRecorded] is published for each of them.
///
/// @param firms how many firms are new or have new facts
public record RegisterFilled(long firms) {}
