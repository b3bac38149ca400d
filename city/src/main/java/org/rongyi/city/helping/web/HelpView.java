package org.rongyi.city.helping.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A talk in the language of the page.
///
/// @param about what it is about, with its address; null for anything else
/// @param helper name and unit
/// @param newest number of the newest line
public record HelpView(
        long id,
        String title,
        @Nullable String about,
        @Nullable String aboutHref,
        @Nullable String firm,
        String asked,
        String helper,
        boolean open,
        List<MessageView> messages,
        long newest) {

    /// @param own whether the reader said it
    /// @param house what happened, said by nobody
    public record MessageView(String name, String at, String words, boolean own, boolean house) {}

    /// One of a list.
    ///
    /// @param unread lines that the reader has not read
    public record Row(
            long id, String title, @Nullable String about, String with, String at, boolean open, int unread) {}

    /// A leave that was given.
    public record Leave(long id, String draft, String href, String scope, String ends, boolean open) {}
}
