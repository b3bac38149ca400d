package org.rongyi.city.helping;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;

/// Help, for the one who is named to give it. To other helpers it is not there.
public interface HelpDesk {
    /// Those that go on first, the one that waits longest first.
    List<Help.Line> own(Acting helper);

    /// The look is on record.
    Optional<Help> open(long id, Acting helper);

    /// Without a look: for what a page that is open asks for again.
    Optional<Help> find(long id, Acting helper);

    /// The talk, the first line first; it counts as read by this helper.
    List<Help.Message> read(Help help, Acting helper);

    boolean say(long id, String words, Acting helper);

    /// What the helper is let into now.
    List<Share> leaves(Help help);

    /// To whom it could be passed.
    List<Person> others(Help help);

    /// Passes it on; what the helper was let into ends, for the firm lets in people, not offices.
    boolean pass(long id, String to, String why, Acting helper);

    /// Ends it, and what the helper was let into. A word of who asked opens it again.
    boolean close(long id, Acting helper);
}
