package org.rongyi.city.enterprises;

import java.util.Set;
import org.rongyi.city.vocabulary.CreditCode;

/// New facts about a firm are on record, or facts on record count differently now: a contest opened or was answered.
public record FactsRecorded(CreditCode firm, Set<String> elements) {}
