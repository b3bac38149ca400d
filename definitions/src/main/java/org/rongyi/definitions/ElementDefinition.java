package org.rongyi.definitions;

import org.jspecify.annotations.Nullable;
import org.rongyi.rules.Element;

/// An element as its file describes it: what rules need (`element`) and what people and forms need.
///
/// @param unit unit of a number in both languages; `element.unit()` is the Chinese one
/// @param source the department that the value comes from
/// @param theme heading of a portrait under which the value stands; null: none of them
/// @param classification name of the classification of a code or codes element
/// @param ask the question put to a firm when the value is missing
/// @param selfDeclared whether the firm itself may supply the value
/// @param belowZero whether a number may be negative
public record ElementDefinition(
        Element element,
        @Nullable Words unit,
        @Nullable Words source,
        @Nullable Sensitivity sensitivity,
        @Nullable Theme theme,
        @Nullable String classification,
        @Nullable Words ask,
        boolean selfDeclared,
        boolean belowZero,
        @Nullable Words note,
        Place place) {

    /// Who may see a value.
    public enum Sensitivity {
        /// Public.
        P,
        /// Shared within the administration.
        I,
        /// Commercial secret: the firm's consent or a legal basis is needed.
        C,
        /// Sensitive personal information.
        S
    }

    /// What a value is about, in the order of a portrait.
    public enum Theme {
        /// Who the entity is.
        REGISTRATION,
        INDUSTRY,
        /// Credit and supervision.
        STANDING,
        TAX,
        ACCOUNTS,
        /// People at work, and those who founded it.
        STAFF,
        INNOVATION,
        /// Power, land, credit, equipment.
        OPERATION,
        /// Support received, appeals made.
        DEALINGS,
        /// Asked in an application or yielded by a service item; no part of a firm's portrait.
        APPLICATION
    }

    /// Whether it can stand in a firm's portrait.
    public boolean inPortrait() {
        return theme != Theme.APPLICATION;
    }

    public String id() {
        return element.id();
    }

    public Words name() {
        return new Words(element.zh(), element.en());
    }
}
