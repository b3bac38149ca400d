package org.rongyi.city.interactions;

import java.util.List;
import org.rongyi.city.vocabulary.CreditCode;

/// The log of a firm. Whoever calls answers for who reads it: the firm, or an officer who said for what.
public interface Interactions {
    VisitRules rules();

    /// The latest day first.
    List<Interaction> of(CreditCode firm, int offset, int limit);

    int count(CreditCode firm);

    /// Visits that are ahead, the next one first.
    List<Visit> ahead(CreditCode firm);
}
