package org.rongyi.city.enterprises;

import java.util.Set;
import org.rongyi.city.vocabulary.CreditCode;

/// New facts about a firm are on record.
public record FactsRecorded(CreditCode firm, Set<String> elements) {}
