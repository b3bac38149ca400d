package org.rongyi.definitions.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.rongyi.definitions.CaseKind;
import org.rongyi.definitions.CaseKinds;

/// The procedures that come with the software.
public final class Shipped {
    private static final String REVIEW = "procedures/review.bpmn";

    private Shipped() {}

    /// The file of the review of an application.
    public static byte[] review() {
        try (var input = CaseKinds.class.getResourceAsStream(REVIEW)) {
            if (input == null) {
                throw new IllegalStateException("%s is not among the resources".formatted(REVIEW));
            }
            return input.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Reading review(CaseKind kind) {
        return ProcedureFile.read(review(), kind, Set.of());
    }
}
