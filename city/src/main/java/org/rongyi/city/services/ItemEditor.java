package org.rongyi.city.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.definitions.Fault;
import org.rongyi.definitions.ServiceItem;

/// Changes items without their files, their situations too: each change is a new version that holds at
/// once. The files stay the source of what ships: once a file brings another version, the file counts
/// again.
public interface ItemEditor {
    Optional<Open> open(String item);

    /// @param version that holds now
    record Open(String item, String version, Map<ItemField, String> values) {}

    /// What would change and what is wrong with it; nothing is kept.
    Trial tryOut(String item, Map<ItemField, String> values);

    /// @param faults all of them, of this item and of what it does to others; the place of one in a field
    ///     that is written as rules has the field's name as its file, and line and column in what was typed
    record Trial(List<Change> changes, List<Fault> faults) {
        public boolean sound() {
            return faults.stream().noneMatch(Fault::isError);
        }
    }

    record Change(ItemField field, String before, String after) {}

    /// @param seen version that the editor had before them
    /// @throws org.springframework.security.access.AccessDeniedException for whoever administers nothing
    Publishing publish(String item, String seen, Map<ItemField, String> values, String reason, Acting by);

    enum Publishing {
        DONE,
        /// Somebody else published meanwhile.
        STALE,
        /// It has faults, or changes nothing.
        NOT_SOUND
    }

    /// Items whose edit does not hold any longer, because their file brought another version or it became
    /// faulty.
    List<Replaced> replaced();

    /// @param item as it holds now
    /// @param edited version that somebody had published on a page
    record Replaced(ServiceItem item, String edited) {}

    /// Newest first.
    List<Edit> history(String item);

    /// @param before the version that was changed
    record Edit(String version, String before, String reason, String person, Instant at, List<Change> changes) {}
}
