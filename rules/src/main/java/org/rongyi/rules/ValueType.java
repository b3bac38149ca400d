package org.rongyi.rules;

/// The type of an element's value, and of a rule's answer. A missing value is `null` under every type.
public enum ValueType {
    /// An exact decimal, `BigDecimal`.
    NUMBER,
    /// Free text, `String`.
    TEXT,
    /// One code of a classification, `String`.
    CODE,
    /// A set of codes (qualifications, permits), `Set<String>`. The empty set is known: "has none".
    CODES,
    /// `Boolean`.
    BOOLEAN,
    /// A day without time and zone, `LocalDate`.
    DATE
}
