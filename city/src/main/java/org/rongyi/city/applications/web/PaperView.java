package org.rongyi.city.applications.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Application.Way;

/// One paper.
///
/// @param note what it is, or why it is not handed in
/// @param handIn whether it is handed in
/// @param promise whether a promise is enough for now
/// @param way how the person brings it; null while nothing is said
public record PaperView(
        String id,
        String name,
        @Nullable String note,
        String items,
        boolean handIn,
        boolean promise,
        @Nullable Way way,
        @Nullable Attachment file) {
    /// Size as people say it.
    public static String size(int bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : Math.round(bytes / 104857.6) / 10.0 + " MB";
    }
}
