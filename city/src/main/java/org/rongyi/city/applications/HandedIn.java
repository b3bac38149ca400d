package org.rongyi.city.applications;

import java.util.Optional;

/// What was handed in, for whoever works on a case of it. Who asks has made sure that the reader may see the case.
public interface HandedIn {
    /// Empty where the case belongs to no application.
    Optional<Submission> forCase(long caseId);

    /// A file that was handed in for the case.
    Optional<Content> file(long caseId, long fileId);

    record Content(Application.Attachment about, byte[] bytes) {}
}
