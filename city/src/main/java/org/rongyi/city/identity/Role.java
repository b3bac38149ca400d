package org.rongyi.city.identity;

/// What a person may do in the house. Acting for a firm is no role: it needs a [Mandate].
public enum Role {
    OFFICER,
    POLICY_EDITOR,
    LEADER,
    ADMINISTRATOR,
    /// Takes calls of firms and calls them back.
    SEAT,
    /// Decides whose business an appeal is.
    ARBITER,
    /// Takes applications on paper at a window, for whoever comes there and consents.
    CLERK,
    /// Helps firms online, and fills in with them the drafts that they are let into. Hands nothing in.
    HELPER
}
