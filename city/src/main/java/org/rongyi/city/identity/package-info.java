/// People, their roles, and who may act for whom, for what, until when.
///
/// **Rule.** Who may act, never what they do.
///
/// **Door.** [People] (who is who, with [Person] and [Role]), [Accounts] (made, changed, closed by administrators),
/// [FirmEntries] (who represents a firm that was not founded here), [Mandates] (who may act for which firm:
/// granted, registered, ended; with [Mandate] and [Granting]), [Acting] (who asks, as every controller takes
/// it), [DemoSignIns]. This room asks [FirmNames] and [ClosedFirms] of
/// whoever keeps the register. All else is plumbing:
/// `JdbcPeople`, `JdbcMandates` and the demo's accounts; `SignIn` with `SignInAttempts`, which slow guessing
/// down.
///
/// **What walks where.** A sign-in: `web.SignInPage` → `SignIn` → session → `web.AfterSignIn` leads to where
/// the work is. A request: `web.PageRights` says whether the address is open to such a person →
/// `web.ActingSource` reads account and mandate anew, so that what was ended ends at once → [Acting] → the
/// controller asks it for the firm, with a purpose. The register moves on: a granted change of representative
/// calls [Mandates#represented], a deregistration [Mandates#dissolved], in the transaction of the grant.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "ui"})
package org.rongyi.city.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
