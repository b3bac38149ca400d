package org.rongyi.city.procedures.web;

import java.util.List;

/// A procedure on the administrator's pages, in the language of the page.
///
/// @param uses the items whose cases go by it
public record ProcedureView(
        long id,
        String name,
        String fileName,
        String origin,
        List<NoteView> faults,
        List<NoteView> mapped,
        List<Use> uses) {
    public record NoteView(String line, String says, String advice) {}

    public record Use(String item, String name) {}

    public record Row(long id, String name, String fileName, String origin, int faults, List<String> items) {}
}
