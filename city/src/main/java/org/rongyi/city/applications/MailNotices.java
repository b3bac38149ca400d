package org.rongyi.city.applications;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns of an application by e-mail, beside the pages, for whoever wants it.
public interface MailNotices {
    int LONGEST_ADDRESS = 254;

    /// Whether this city sends any: a server is named in its settings.
    boolean offered();

    Optional<String> addressOf(String account);

    /// @param address null: no e-mails any longer
    void setAddress(String account, @Nullable String address);
}
