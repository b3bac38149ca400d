package org.rongyi.city.applications;

import java.util.Map;
import org.rongyi.city.vocabulary.CreditCode;

/// A department has granted an item for a firm that the register knows. Published within the transaction of
/// the command, so that what follows from it is there together with the grant or not at all; and again
/// whenever the application goes on: who hears it does its part once for each case.
///
/// @param values element to value: the form as it was handed in, and what decisions stated
public record Granted(long caseId, String item, String unit, CreditCode firm, Map<String, Object> values) {}
