package org.rongyi.city.desk.web;

import java.util.List;

/// What was said in an appeal, in the language of the page.
///
/// @param urgent it cannot wait
/// @param mayAsk the reader may be shown who said it
public record AppealView(
        String words,
        String place,
        String category,
        String type,
        String channel,
        boolean urgent,
        boolean confidential,
        boolean mayAsk,
        List<FileLine> files,
        List<Alike> alike) {
    public record FileLine(long id, String name) {}

    /// Probably the same matter, brought up by somebody.
    public record Alike(String number, String title, String note) {}
}
