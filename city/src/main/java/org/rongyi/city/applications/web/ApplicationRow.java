package org.rongyi.city.applications.web;

import org.jspecify.annotations.Nullable;

/// One application in a list.
///
/// @param waits it waits for the applicant
/// @param says how far it is
public record ApplicationRow(
        long id,
        String journeyId,
        String name,
        String number,
        boolean draft,
        @Nullable String firm,
        String says,
        boolean waits,
        String when,
        String href) {

    /// What happened, in one line.
    public record News(String says, String when, String href, boolean fresh, boolean waits) {}
}
