package org.rongyi.city.documents.web;

import java.util.List;
import org.rongyi.city.ui.SummaryRow;

/// What a verifier has said, in the words of the page.
///
/// @param licence what this city has issued under the file's number; empty unless the file is valid
/// @param ofFirm valid, and no licence: firms seal contracts and letters
public record VerdictView(
        String file,
        boolean valid,
        boolean ofFirm,
        String title,
        String says,
        List<Line> checks,
        List<String> seals,
        List<SummaryRow> licence) {
    /// One check.
    public record Line(boolean holds, String says) {}
}
