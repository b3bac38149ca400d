package org.rongyi.city.helping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongyi.city.applications.SharedDrafts.Scope;
import org.rongyi.city.applications.SharedDrafts.Share;
import org.rongyi.city.applications.SharedDrafts.Sharing;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Person;

/// Help, for whoever asks. What is asked for a firm is seen by all who may look at it, and gone on with by all who may
/// apply for it; what a person asks alone is their own. To everybody else it is not there.
public interface Helps {
    /// Who helps, by unit: public.
    List<Person> helpers();

    /// Names a helper: of the department that it is about, else of the city's help desk; who has least open.
    Asking ask(NewHelp what, Acting by);

    /// Newest first.
    List<Help.Line> of(Acting by);

    Optional<Help> find(long id, Acting by);

    /// The talk, the first line first; it counts as read by this person.
    List<Help.Message> read(Help help, Acting by);

    /// Goes on with one that was ended, too.
    ///
    /// @return false when it is not there, or not theirs to speak in
    boolean say(long id, String words, Acting by);

    /// Lets the helper of now into an own draft.
    ///
    /// @param helper account of the one whom the person was shown; refused when somebody else helps by now
    Sharing let(long id, long draft, Scope scope, Instant until, String helper, Acting by);

    /// What the helpers of this talk were ever let into, newest first.
    List<Share> shares(Help help, Acting by);

    boolean takeBack(long id, long share, Acting by);

    /// Who of the helpers opened it, the last one first.
    List<Help.Look> looks(Help help);

    /// Ends it, and what the helper was let into.
    boolean close(long id, Acting by);
}
