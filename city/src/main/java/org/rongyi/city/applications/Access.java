package org.rongyi.city.applications;

import org.rongyi.city.identity.Acting;
import org.rongyi.city.identity.Mandate;
import org.rongyi.city.identity.Role;
import org.rongyi.definitions.JourneyDefinition.Subject;
import org.springframework.stereotype.Component;

/// Who may do what with an application. Looked at anew at each request, so that a mandate that has ended ends it here:
/// for whoever holds it, and for the clerk who serves them.
@Component
class Access {
    private final Assistance assistance;

    Access(Assistance assistance) {
        this.assistance = assistance;
    }

    /// A draft is its person's own; for a firm only while the person may apply for it.
    boolean mayPrepare(Application application, Acting by) {
        return application.draft()
                && (assists(application, by)
                        || application.account().equals(by.account())
                                && (application.firm() == null || actsFor(application, by, Mandate.Purpose.APPLY)));
    }

    /// The clerk who typed it at the window goes on with it, as long as the person who is served could; no other clerk
    /// does.
    boolean assists(Application application, Acting by) {
        Application.Assisted how = application.assisted();
        return how != null
                && by.has(Role.CLERK)
                && how.clerk().equals(by.account())
                && assistance.mayStillApply(application);
    }

    /// What was handed in is the firm's: whoever may look for it sees it. Who founds a firm sees it to the end.
    boolean maySee(Application application, Acting by) {
        return mayPrepare(application, by)
                || handedIn(application)
                        && (founds(application, by)
                                || assists(application, by)
                                || actsFor(application, by, Mandate.Purpose.VIEW));
    }

    /// Whether they may answer what a department asks.
    boolean mayAct(Application application, Acting by) {
        return mayGiveUp(application, by) || handedIn(application) && assists(application, by);
    }

    /// Whether they may take a part back or out. No clerk may: what was consented to at the window is typing.
    boolean mayGiveUp(Application application, Acting by) {
        return handedIn(application) && (founds(application, by) || actsFor(application, by, Mandate.Purpose.APPLY));
    }

    /// Whether they may take back what a helper was let into: also where the draft is a colleague's.
    boolean mayTakeBack(Application application, Acting by) {
        return mayPrepare(application, by) || actsFor(application, by, Mandate.Purpose.APPLY);
    }

    private static boolean handedIn(Application application) {
        return application.state() == Application.State.HANDED_IN;
    }

    private static boolean founds(Application application, Acting by) {
        return application.journey().subject() == Subject.NEW_FIRM
                && application.account().equals(by.account());
    }

    private static boolean actsFor(Application application, Acting by, Mandate.Purpose purpose) {
        Mandate mandate = by.mandate();
        return mandate != null && mandate.firm().equals(application.firm()) && mandate.allows(purpose);
    }
}
