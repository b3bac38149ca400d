package org.rongyi.rules.plan;

import org.jspecify.annotations.Nullable;
import org.rongyi.rules.ValueType;

/// Types inside a plan, with the class of their values: those of elements and what expressions over them can give.
public enum Type {
    /// `BigDecimal`
    NUMBER("number"),
    /// `String`; texts and codes are one
    TEXT("text"),
    /// `Boolean`
    BOOLEAN("truth value"),
    /// `LocalDate`
    DATE("date"),
    /// `Period` of years and months, normalised
    MONTHS("duration of years and months"),
    /// `Duration`
    DURATION("duration of days and time"),
    /// `List<BigDecimal>`
    NUMBERS("list of numbers"),
    /// `Collection<String>`; a set of codes is one
    TEXTS("list of texts"),
    /// `List<Boolean>`
    BOOLEANS("list of truth values"),
    /// `List<LocalDate>`
    DATES("list of dates"),
    /// `List<Period>`
    MONTHS_LIST("list of durations"),
    /// `List<Duration>`
    DURATIONS("list of durations"),
    /// `[]`: a list of whatever is wanted
    EMPTY_LIST("empty list"),
    /// the literal `null`
    NULL("null"),
    /// of an expression with a fault; fits everything, so that one fault is not reported twice
    FAULTY("?");

    private final String shown;

    Type(String shown) {
        this.shown = shown;
    }

    /// As messages call it.
    public String shown() {
        return shown;
    }

    /// The type of an element's values.
    public static Type of(ValueType type) {
        return switch (type) {
            case NUMBER -> NUMBER;
            case TEXT, CODE -> TEXT;
            case CODES -> TEXTS;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
        };
    }

    /// What a rule of this type gives, or null where no element can hold it (durations, other lists, null).
    public @Nullable ValueType valueType() {
        return switch (this) {
            case NUMBER -> ValueType.NUMBER;
            case TEXT -> ValueType.TEXT;
            case TEXTS, EMPTY_LIST -> ValueType.CODES;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE -> ValueType.DATE;
            default -> null;
        };
    }

    /// The type of a list's members; null when this is no list.
    public @Nullable Type item() {
        return switch (this) {
            case NUMBERS -> NUMBER;
            case TEXTS -> TEXT;
            case BOOLEANS -> BOOLEAN;
            case DATES -> DATE;
            case MONTHS_LIST -> MONTHS;
            case DURATIONS -> DURATION;
            case EMPTY_LIST -> NULL;
            default -> null;
        };
    }

    /// The type of a list of these; null where lists are not nested.
    public @Nullable Type list() {
        return switch (this) {
            case NUMBER -> NUMBERS;
            case TEXT -> TEXTS;
            case BOOLEAN -> BOOLEANS;
            case DATE -> DATES;
            case MONTHS -> MONTHS_LIST;
            case DURATION -> DURATIONS;
            case NULL -> EMPTY_LIST;
            default -> null;
        };
    }

    /// Whether a value of this type may stand where the wanted one is expected.
    public boolean fits(Type wanted) {
        return this == wanted
                || this == NULL
                || this == FAULTY
                || wanted == FAULTY
                || (this == EMPTY_LIST && wanted.item() != null);
    }

    /// The one type that both fit, or null.
    public @Nullable Type join(Type other) {
        return fits(other) ? other : other.fits(this) ? this : null;
    }
}
