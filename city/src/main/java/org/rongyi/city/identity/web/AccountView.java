package org.rongyi.city.identity.web;

import java.util.List;
import org.rongyi.city.ui.SummaryRow;

/// One account, as administrators read it.
///
/// @param mayRepresent whether it can be entered for a firm
public record AccountView(
        String account,
        String name,
        boolean open,
        boolean ofTheDemo,
        boolean mayRepresent,
        List<SummaryRow> rows,
        List<Held> mandates,
        List<Done> record) {
    /// @param firm its name, with the credit code
    public record Held(long id, String firm, String capacity, String extent) {}

    public record Done(String when, String who, String what, String about) {}
}
