package org.rongyi.city.appeals;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.identity.Acting;

/// Files that reporters send with their appeals.
public interface AppealFiles {
    int LARGEST = 10_000_000;
    int MOST = 5;

    /// Keeps a file of the reporter, told by its content. The same file twice is one.
    Keeping keep(Appeal appeal, String name, byte[] content);

    /// Without what is in them.
    List<Attachment> of(Appeal appeal);

    /// For the reporter.
    Optional<Download> read(Appeal appeal, long id);

    /// For an official; recorded.
    Optional<Download> look(Appeal appeal, long id, Acting who);

    record Attachment(long id, String name, String type, int size) {}

    record Download(Attachment about, byte[] content) {}

    enum Keeping {
        KEPT,
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        UNKNOWN_TYPE
    }
}
