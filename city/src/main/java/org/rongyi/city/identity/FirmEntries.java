package org.rongyi.city.identity;

import java.util.List;
import java.util.Set;
import org.rongyi.city.vocabulary.CreditCode;

/// Administrators enter who represents a firm that nobody founded here. Each entry is on record with the account
/// ([Accounts#entries]). Whatever takes `by` throws [org.springframework.security.access.AccessDeniedException]
/// when that is no administrator.
public interface FirmEntries {
    /// @param proof on what evidence, e.g. the licence and the identity card that were shown
    record Claim(String account, String firm, Mandate.Capacity capacity, String proof) {}

    /// What [#register] would find wrong now; empty: nothing.
    Set<Accounts.Fault> faults(Acting by, Claim claim);

    /// Who held the same capacity until now and would hold it no longer.
    List<Mandate> replaced(CreditCode firm, Mandate.Capacity capacity);

    /// Enters the person as the legal representative or proprietor of a firm; whoever was it before is it no longer.
    Accounts.Done register(Acting by, Claim claim);

    /// Ends what [#register] or a grant has entered.
    Accounts.Done end(Acting by, long mandate, String proof);
}
