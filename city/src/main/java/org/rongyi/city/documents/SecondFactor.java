package org.rongyi.city.documents;

import org.rongyi.definitions.Words;

/// A second proof, right before a seal is used, that it is the person who has signed in: a message to a
/// telephone, a token, the identity service of the province. A city connects its own as a bean; while the
/// demo runs the code stands on the page, and without either nobody can use a seal.
public interface SecondFactor {
    /// Asks for the proof of one act, and says where its code is found.
    Words ask(String account, String act);

    boolean proves(String account, String act, String code);
}
