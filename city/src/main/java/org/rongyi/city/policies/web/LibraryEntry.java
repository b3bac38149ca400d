package org.rongyi.city.policies.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.policies.CityReach;
import org.rongyi.definitions.PolicyDefinition;
import org.rongyi.definitions.PolicyVersion;

/// A policy in the list of the library, with the text that is shown of it.
///
/// @param inForce whether that text is law on the day asked about
/// @param reach how many entities meet it today; null while that is not counted, and for texts that are not in force
public record LibraryEntry(
        PolicyDefinition policy, PolicyVersion version, boolean inForce, CityReach.@Nullable Shown reach) {}
