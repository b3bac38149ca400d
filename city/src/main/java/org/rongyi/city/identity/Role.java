package org.rongyi.city.identity;

/// What a person may do in the house. Acting for a firm is no role: it needs a [Mandate].
public enum Role {
    OFFICER,
    POLICY_EDITOR,
    LEADER,
    ADMINISTRATOR
}
