package org.rongyi.city.applications;

import org.rongyi.definitions.Words;

/// E-mails of other rooms, to those who gave an address; in the transaction of whoever calls, and sent afterwards.
public interface Letters {
    /// @param name what it tells: the same twice to the same account is one
    /// @param body no personal data: a mailbox is a postcard
    /// @param path of the page where more stands
    void write(String name, String account, Words subject, Words body, String path);
}
