package org.rongyi.city.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongyi.definitions.ServiceItem;
import org.rongyi.definitions.ServiceTerms;

/// The service items of the city: published versions never change.
public interface Catalogue {
    /// Those described in the files, in their order.
    List<ServiceItem> items();

    Optional<ServiceItem> item(String id);

    /// Departments, licences and materials that they speak of.
    ServiceTerms terms();

    /// Every version that was ever published, newest first.
    List<Published> versions(String item);

    /// @param current whether it is the text of today
    record Published(String version, Instant at, boolean current) {}

    /// Items of which only name and code are known, because nobody has described them: those that say every word, at
    /// most `limit`.
    List<Stub> stubs(String words, int limit);

    /// How many say every word.
    int countStubs(String words);

    Optional<Stub> stub(String code);

    /// An item without a guide.
    ///
    /// @param source the file that listed it
    record Stub(String code, String name, String department, String source, Instant recordedAt) {}
}
