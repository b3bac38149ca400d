package org.rongyi.city.applications.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.city.applications.Application.Attachment;
import org.rongyi.city.applications.Application.Way;

/// One paper.
///
/// @param note what it is, or why it is not handed in
/// @param handIn whether it is handed in
/// @param promise whether a promise is enough for now
/// @param beingRead whether a machine is still to read the file
/// @param findings what was found in the file
/// @param way how the person brings it; null while nothing is said
public record PaperView(
        String id,
        String name,
        @Nullable String note,
        String items,
        boolean handIn,
        boolean promise,
        @Nullable Way way,
        @Nullable Attachment file,
        boolean beingRead,
        List<String> findings) {
    /// Size as people say it.
    public static String size(int bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : Math.round(bytes / 104857.6) / 10.0 + " MB";
    }
}
