package org.rongyi.city.enterprises;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.rongyi.city.identity.Acting;
import org.rongyi.city.ui.Page;
import org.rongyi.city.vocabulary.CreditCode;

/// For what an officer said that a firm's data are opened. Rooms that show more of the firm ask here first.
public interface Purposes {
    /// The purpose as the firm reads it, when it is to check support policies; otherwise empty, and nothing is shown.
    Optional<String> toCheckPolicies(HttpServletRequest request, Acting acting, CreditCode firm);

    /// The purpose of who is shown a firm as an example of whom a draft of a policy touches.
    String toCheckDraft();

    /// The purpose as the firm reads it, whatever it is; empty where none was stated, and nothing is shown.
    Optional<String> stated(HttpServletRequest request, Acting acting, CreditCode firm);

    /// Before the number and the title of a case that an officer works on.
    String CASE = "办理 ";

    /// What is on record, in the language of the page as far as it is one of the listed purposes, or a case.
    String say(Page page, Look look);

    /// The purpose as the firm reads it, when it is one that may need commercial secrets; otherwise empty.
    Optional<String> toSeeSecrets(HttpServletRequest request, Acting acting, CreditCode firm);
}
